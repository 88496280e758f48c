/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the project's own pages */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { textOf } from './pages';

const checkout = join(__dirname, '..', '..');
const repository = 'https://github.com/n8n-nodes-smile/n8n-nodes-smile';

/** Links and pictures of a page that lead to no file or heading of the project; other sites are not asked. */
export function brokenLinksOf(page: string): string[] {
	const text = textOf(page);
	return [...linksIn(text).filter((link) => isBroken(page, link)), ...brokenAddressesIn(text)];
}

/** Files that a page links to, seen from the checkout, without those of other sites. */
export function filesLinkedFrom(page: string): string[] {
	return linksIn(textOf(page))
		.filter((link) => !isElsewhere(link))
		.map((link) => targetOf(page, link).file);
}

/** Addresses of the project's own files on GitHub that lead nowhere, such as `…#credential` or `…/blob/main/docs/…`. */
export function brokenAddressesIn(text: string): string[] {
	return ownAddressesIn(text).filter((address) => {
		const [, file = 'README.md', heading] =
			/^(?:\/(?:blob|tree)\/main\/([^#]+))?(?:#(.+))?$/.exec(address.slice(repository.length)) ??
			[];
		if (heading === 'readme') return false;
		return isBroken('README.md', heading ? `${file}#${heading}` : file);
	});
}

/** Addresses of the project's front page and files; those of issues, releases and the like are GitHub's. */
export function ownAddressesIn(text: string): string[] {
	const pattern = new RegExp(
		`${repository}(?:/(?:blob|tree)/[^\\s)'"\`#]+)?(?:#[\\w-]+)?(?![\\w/.-])`,
		'g',
	);
	return [...text.matchAll(pattern)].map(([address]) => address);
}

function linksIn(text: string): string[] {
	const inText = [...text.matchAll(/\]\(([^)\s]+)\)/g)];
	const pictures = [...text.matchAll(/\s(?:src|srcset)="([^"]+)"/g)];
	return [...inText, ...pictures].map(([, link]) => link);
}

function isElsewhere(link: string): boolean {
	return /^[a-z]+:/.test(link);
}

function isBroken(page: string, link: string): boolean {
	if (isElsewhere(link)) return false;
	const { file, heading } = targetOf(page, link);
	if (!existsSync(join(checkout, file))) return true;
	return heading !== undefined && !anchorsOf(textOf(file)).includes(heading);
}

function targetOf(page: string, link: string): { file: string; heading?: string } {
	const [path, heading] = link.split('#');
	return { file: path ? join(dirname(page), path) : page, heading };
}

/** The anchors that GitHub makes of headings: a second one of the same name ends with -1. */
export function anchorsOf(text: string): string[] {
	const seen = new Map<string, number>();
	const withoutCode = text.replace(/^```[\s\S]*?^```/gm, '');
	return [...withoutCode.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
		const anchor = heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-');
		const before = seen.get(anchor) ?? 0;
		seen.set(anchor, before + 1);
		return before === 0 ? anchor : `${anchor}-${before}`;
	});
}
