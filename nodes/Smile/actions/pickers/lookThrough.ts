import type { Result } from '../../api/result';

export interface Page<Item> {
	records: Item[];
	/** Missing on the last page. */
	nextCursor?: string;
}

/** What one look may cost: a person waits for it, and executions share the twenty requests a second. */
export interface Bounds {
	pages: number;
	milliseconds: number;
	/** So many hits end the look. They must fill n8n's list, which goes on only when it can be scrolled. */
	enough: number;
}

export const BOUNDS: Bounds = { pages: 20, milliseconds: 5_000, enough: 25 };

export interface Look<Entry> {
	found: Entry[];
	/** Where the next look begins; only after enough was found. */
	nextCursor?: string;
	/** Whether it ended before the list did and without enough. */
	wasCut: boolean;
}

/**
 * Looks through a list page by page, from a cursor on, for what `entryOf` makes an entry of: until enough was
 * found, the list ends, or the bounds are reached. A failed page is the whole result: what was found before it
 * would look like everything there is.
 */
export async function lookThrough<Item, Entry>(
	readPage: (cursor: string | undefined) => Promise<Result<Page<Item>>>,
	entryOf: (item: Item) => Entry | undefined,
	from: string | undefined,
	{ pages, milliseconds, enough }: Bounds = BOUNDS,
): Promise<Result<Look<Entry>>> {
	const endsAt = performance.now() + milliseconds;
	const asked = new Set<string | undefined>();
	const found: Entry[] = [];
	let cursor = from;
	do {
		asked.add(cursor);
		const page = await readPage(cursor);
		if (!page.ok) return page;
		found.push(...page.value.records.map(entryOf).filter((entry) => entry !== undefined));
		cursor = page.value.nextCursor;
		if (cursor === undefined) return { ok: true, value: { found, wasCut: false } };
		// A cursor that comes again would give the same pages for ever.
		if (asked.has(cursor)) break;
		if (found.length >= enough) {
			return { ok: true, value: { found, nextCursor: cursor, wasCut: false } };
		}
	} while (asked.size < pages && performance.now() < endsAt);
	return { ok: true, value: { found, wasCut: true } };
}
