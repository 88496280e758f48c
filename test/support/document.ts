/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- writes a page of the documentation */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'docs');

/** What stands between the two markers of this name in a page below docs. */
export function textBetweenMarkers(page: string, name: string): string {
	const [, between] = cutAtMarkers(textOf(page), name, page);
	return between.trim();
}

/** Puts text between the two markers of this name in a page below docs. */
export function writeBetweenMarkers(page: string, name: string, text: string): void {
	writeFileSync(join(folder, page), replacedBetweenMarkers(textOf(page), name, text, page));
}

/** A document with other text between the two markers of this name. Throws, naming the page, where it has none. */
export function replacedBetweenMarkers(
	document: string,
	name: string,
	text: string,
	page = 'the document',
): string {
	const [before, , after] = cutAtMarkers(document, name, page);
	return `${before}\n\n${text}\n\n${after}`;
}

function cutAtMarkers(document: string, name: string, page: string): [string, string, string] {
	const [startMarker, endMarker] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
	const start = document.indexOf(startMarker) + startMarker.length;
	const end = document.indexOf(endMarker);
	if (start < startMarker.length || end < start) {
		throw new Error(`${page} has no markers called ${name}`);
	}
	return [document.slice(0, start), document.slice(start, end), document.slice(end)];
}

function textOf(page: string): string {
	return readFileSync(join(folder, page), 'utf8');
}
