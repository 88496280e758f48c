/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads files of the package */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkout } from './n8n/nodeBinary';

/** The words that a node is found by beside its name, of its source or of the built package. */
export function codexOf(
	className: string,
	folder = checkout,
): { alias: string[]; categories: string[] } {
	const file = join(folder, 'nodes', 'Smile', `${className}.node.json`);
	const { alias, categories } = JSON.parse(readFileSync(file, 'utf8')) as {
		alias: string[];
		categories: string[];
	};
	return { alias, categories };
}
