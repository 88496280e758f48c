/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- writes a page of the documentation */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'docs');

interface Place {
	path: string;
	before: string;
	between: string;
	after: string;
}

function find(page: string, name: string): Place {
	const path = join(folder, page);
	const [startMarker, endMarker] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
	const text = readFileSync(path, 'utf8');
	const start = text.indexOf(startMarker) + startMarker.length;
	const end = text.indexOf(endMarker);
	if (start < startMarker.length || end < start) {
		throw new Error(`${page} has no markers called ${name}`);
	}
	const [before, between, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
	return { path, before, between, after };
}

/** What stands between the two markers of this name in a page below docs. */
export function textBetweenMarkers(page: string, name: string): string {
	return find(page, name).between.trim();
}

/** Puts text between the two markers of this name in a page below docs. */
export function writeBetweenMarkers(page: string, name: string, text: string): void {
	const { path, before, after } = find(page, name);
	writeFileSync(path, `${before}\n\n${text}\n\n${after}`);
}
