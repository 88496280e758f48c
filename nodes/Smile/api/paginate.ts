import type { Answer } from './answer';
import { isMissing, unexpected, type Failure } from './failure';
import { page } from './schemas';
import { SeenRecords } from './seenRecords';

/** Smile's largest page; its default is 10. */
export const PAGE_SIZE = 150;

/**
 * So many pages in a row that bring nothing new end a list. A few may be genuine, where Smile filters what it has put
 * on pages, or where as much was added meanwhile as a page holds: the bound is far above them, and reached in seconds.
 */
export const MOST_STALE_PAGES = 100;

type Items<Item> = { ok: true; data: Item[] } | { ok: false; failure: Failure };

/** One page of a list: its items, and the cursor of the next one where there is one. */
export interface Page {
	items: unknown[];
	nextCursor?: string;
}

/**
 * A list page by page, at most `limit` items in all. `fetchPage` gets the cursor of the page, undefined for the
 * first. A record that an earlier page had is not given again. The list is whole, or the last thing yielded is a
 * failure: also when a cursor comes back a second time or pages bring nothing new, for Smile would send such pages for
 * ever, and when Smile knows a list no more that it had begun. `onCut` is called where Smile has more than the limit.
 */
export async function* eachPage(
	fetchPage: (cursor: string | undefined) => Promise<Answer>,
	limit = Number.POSITIVE_INFINITY,
	onCut?: () => void,
): AsyncGenerator<Items<unknown>, void, undefined> {
	const cursors = new Set<string | undefined>();
	const seen = new SeenRecords();
	let cursor: string | undefined;
	let rest = limit;
	let stale = 0;
	do {
		const answer = await fetchPage(cursor);
		const found = answer.ok ? pageIn(answer.data) : answer;
		if (!found.ok) return yield { ok: false, failure: failureAt(cursor, found.failure) };

		const { items, nextCursor } = found.page;
		const isLast = nextCursor === undefined;
		const { fresh, isFull } = seen.take(items);
		// What was added meanwhile moves records to the next page: that may be all of a short last one, not of a full one.
		if (isLast && isFull && items.length > 0 && fresh.length === 0) {
			return yield { ok: false, failure: unexpected('its list repeats itself') };
		}
		yield { ok: true, data: fresh.slice(0, rest) };
		rest -= fresh.length;
		stale = fresh.length === 0 ? stale + 1 : 0;
		const isEndless = cursors.has(nextCursor) || (stale >= MOST_STALE_PAGES && !isLast);
		if (isEndless && rest > 0) {
			return yield { ok: false, failure: unexpected('its list has no end') };
		}
		cursor = nextCursor;
		cursors.add(cursor);
	} while (cursor !== undefined && rest > 0);
	if (cursor !== undefined || rest < 0) onCut?.();
}

/** Reads the data of an answer as a page. */
export function pageIn(data: unknown): { ok: true; page: Page } | { ok: false; failure: Failure } {
	const parsed = page.safeParse(data).data;
	if (!parsed) return { ok: false, failure: unexpected('it is no list') };
	return { ok: true, page: { ...parsed, nextCursor: parsed.nextCursor || undefined } };
}

/** "Unknown" about a later page is no answer to whether there is anything. */
function failureAt(cursor: string | undefined, failure: Failure): Failure {
	if (cursor === undefined || !isMissing(failure)) return failure;
	return { ...failure, ...unexpected('it knows no more of a list that it had begun') };
}
