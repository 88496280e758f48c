import type { Answer } from './answer';
import type { Failure } from './failure';
import { page } from './schemas';

/** Smile's largest page; its default is 10. */
export const PAGE_SIZE = 150;

type Items = { ok: true; data: unknown[] } | { ok: false; failure: Failure };

/**
 * A list page by page, at most `limit` items in all. `fetchPage` gets the cursor of the page, undefined for the
 * first. Ends after a failure, and when a cursor comes back a second time: Smile would send the same pages for ever.
 */
export async function* eachPage(
	fetchPage: (cursor: string | undefined) => Promise<Answer>,
	limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Items, void, undefined> {
	const seen = new Set<string>();
	let cursor: string | undefined;
	let rest = limit;
	do {
		const answer = await fetchPage(cursor);
		const found = answer.ok ? pageIn(answer.data) : answer;
		if (!found.ok) return yield found;

		yield { ok: true, data: found.items.slice(0, rest) };
		rest -= found.items.length;
		cursor = found.nextCursor || undefined;
		if (cursor !== undefined && seen.has(cursor)) cursor = undefined;
		if (cursor !== undefined) seen.add(cursor);
	} while (cursor !== undefined && rest > 0);
}

/** All items of a list in one; see `eachPage`. */
export async function allPages(
	fetchPage: (cursor: string | undefined) => Promise<Answer>,
	limit?: number,
): Promise<Items> {
	const items: unknown[] = [];
	for await (const found of eachPage(fetchPage, limit)) {
		if (!found.ok) return found;
		items.push(...found.data);
	}
	return { ok: true, data: items };
}

function pageIn(data: unknown) {
	const parsed = page.safeParse(data);
	return parsed.success
		? ({ ok: true, ...parsed.data } as const)
		: ({ ok: false, failure: { kind: 'unreadable' } } as const);
}
