/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- writes a page of the documentation */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', '..', 'docs');

/** Puts text between the two markers of this name in a page below docs. */
export function writeBetweenMarkers(page: string, name: string, text: string): void {
	const path = join(folder, page);
	const [startMarker, endMarker] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
	const before = readFileSync(path, 'utf8');
	const start = before.indexOf(startMarker);
	const end = before.indexOf(endMarker);
	if (start < 0 || end < start) throw new Error(`${page} has no markers called ${name}`);
	const head = before.slice(0, start + startMarker.length);
	writeFileSync(path, `${head}\n\n${text}\n\n${before.slice(end)}`);
}
