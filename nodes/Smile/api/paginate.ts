import type { Answer } from './answer';
import type { Failure } from './failure';
import { page } from './schemas';

/** Smile's largest page; its default is 10. */
export const PAGE_SIZE = 150;

/**
 * All items of a list, page after page, at most `limit`. `fetchPage` gets the cursor of the page, undefined
 * for the first. Stops when a cursor comes back a second time: Smile would send the same pages for ever.
 */
export async function allPages(
	fetchPage: (cursor: string | undefined) => Promise<Answer>,
	limit = Number.POSITIVE_INFINITY,
): Promise<{ ok: true; data: unknown[] } | { ok: false; failure: Failure }> {
	const items: unknown[] = [];
	const seen = new Set<string>();
	let cursor: string | undefined;
	do {
		const answer = await fetchPage(cursor);
		if (!answer.ok) return answer;
		const parsed = page.safeParse(answer.data);
		if (!parsed.success) return { ok: false, failure: { kind: 'unreadable' } };

		items.push(...parsed.data.items);
		cursor = parsed.data.nextCursor || undefined;
		if (cursor !== undefined && seen.has(cursor)) cursor = undefined;
		if (cursor !== undefined) seen.add(cursor);
	} while (cursor !== undefined && items.length < limit);
	return { ok: true, data: items.slice(0, limit) };
}
