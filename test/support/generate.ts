/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a build tool: it writes files */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';

import { actionsPage } from './actionsPage';
import { writeBetweenMarkers } from './document';
import { withEventTable } from './eventTable';
import { FIDELITY_PAGE, FIDELITY_PART, fidelityTables } from './fidelityTables';
import { outputPreviews } from './outputPreviews';
import { withResourceTable } from './resourceTable';

const packageFolder = join(__dirname, '..', '..');
const previewFolder = join(packageFolder, 'nodes', 'Smile', '__schema__');
const readmePath = join(packageFolder, 'README.md');
const actionsPath = join(packageFolder, 'docs', 'actions.md');

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

/** The README as it is; empty before there is one. */
export function readmeOnDisk(): string {
	return existsSync(readmePath) ? readFileSync(readmePath, 'utf8') : '';
}

function generate(): void {
	rmSync(previewFolder, { recursive: true, force: true });
	for (const [path, text] of Object.entries(previewFiles())) {
		mkdirSync(dirname(join(previewFolder, path)), { recursive: true });
		writeFileSync(join(previewFolder, path), text);
	}
	writeFileSync(actionsPath, actionsPage());
	writeBetweenMarkers(FIDELITY_PAGE, FIDELITY_PART, fidelityTables());
	const readme = readmeOnDisk();
	if (readme) writeFileSync(readmePath, withResourceTable(withEventTable(readme)));
}

if (require.main === module) generate();
