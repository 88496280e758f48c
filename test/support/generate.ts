/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a build tool: it writes files */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';

import { writeBetweenMarkers } from './document';
import { generatedParts } from './generatedParts';
import { outputPreviews } from './outputPreviews';

const packageFolder = join(__dirname, '..', '..');
const previewFolder = join(packageFolder, 'nodes', 'Smile', '__schema__');

/** Path below the preview folder to text, as it should be. */
export function previewFiles(): Record<string, string> {
	const texts = Object.entries(outputPreviews()).map(([path, preview]) => [
		path,
		`${JSON.stringify({ ...preview, version: 1 }, null, '\t')}\n`,
	]);
	return Object.fromEntries(texts) as Record<string, string>;
}

/** Path below the preview folder to text, as it is. */
export function previewFilesOnDisk(): Record<string, string> {
	const files = readdirSync(previewFolder, { recursive: true, encoding: 'utf8' });
	const texts = files
		.filter((path) => path.endsWith('.json'))
		.map((path) => [
			path.split(sep).join(posix.sep),
			readFileSync(join(previewFolder, path), 'utf8'),
		]);
	return Object.fromEntries(texts) as Record<string, string>;
}

function generate(): void {
	rmSync(previewFolder, { recursive: true, force: true });
	for (const [path, text] of Object.entries(previewFiles())) {
		mkdirSync(dirname(join(previewFolder, path)), { recursive: true });
		writeFileSync(join(previewFolder, path), text);
	}
	for (const { page, part, text } of generatedParts) writeBetweenMarkers(page, part, text());
}

if (require.main === module) generate();
