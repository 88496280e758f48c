import type { Answer } from '../../../nodes/Smile/api/answer';
import { eachPage, PAGE_SIZE } from '../../../nodes/Smile/api/paginate';

const ok = (items: unknown, nextCursor?: unknown): Answer => ({
	ok: true,
	data: { items, nextCursor },
});
const failed = (failure: Answer & { ok: false }) => failure;
const endless = (reason: string) => ({ ok: false, failure: { kind: 'unexpected', reason } });

/** Serves these pages one after the other and keeps the cursors it was asked with. */
function serving(...pages: Answer[]) {
	const cursors: Array<string | undefined> = [];
	const fetchPage = async (cursor: string | undefined) => {
		cursors.push(cursor);
		return await Promise.resolve(pages[cursors.length - 1]);
	};
	return { cursors, fetchPage };
}

/** All items of a list in one, or the first failure. */
async function allPages(fetchPage: Parameters<typeof eachPage>[0], limit?: number) {
	const data: unknown[] = [];
	for await (const found of eachPage(fetchPage, limit)) {
		if (!found.ok) return found;
		data.push(...found.data);
	}
	return { ok: true, data };
}

it('the largest page is the one that Smile documents', () => {
	expect(PAGE_SIZE).toBe(150);
});

describe('a list', () => {
	it.each([[null], [undefined], ['']])('ends at the cursor %j', async (last) => {
		const { cursors, fetchPage } = serving(ok([1, 2], 'a'), ok([3], 'b'), ok([4], last));

		expect(await allPages(fetchPage)).toEqual({ ok: true, data: [1, 2, 3, 4] });
		expect(cursors).toEqual([undefined, 'a', 'b']);
	});

	it('may have numbers for cursors', async () => {
		const { cursors, fetchPage } = serving(ok([1], 20), ok([2], 0), ok([3], null));

		expect(await allPages(fetchPage)).toEqual({ ok: true, data: [1, 2, 3] });
		expect(cursors).toEqual([undefined, '20', '0']);
	});

	it('comes page by page', async () => {
		const { cursors, fetchPage } = serving(ok([1, 2], 'a'), ok([3], null));

		const pages = eachPage(fetchPage);

		expect((await pages.next()).value).toEqual({ ok: true, data: [1, 2] });
		expect(cursors).toEqual([undefined]);
		expect((await pages.next()).value).toEqual({ ok: true, data: [3] });
		expect(await pages.next()).toEqual({ done: true, value: undefined });
	});

	it.each([
		[3, [1, 2, 3], 2],
		[2, [1, 2], 1],
		[1, [1], 1],
		[5, [1, 2, 3, 4, 5], 3],
		[99, [1, 2, 3, 4, 5, 6], 3],
	])('asks for no page beyond its limit of %d', async (limit, data, asked) => {
		const { cursors, fetchPage } = serving(ok([1, 2], 'a'), ok([3, 4], 'b'), ok([5, 6]));

		expect(await allPages(fetchPage, limit)).toEqual({ ok: true, data });
		expect(cursors).toHaveLength(asked);
	});

	it.each([
		[1, true],
		[2, true],
		[3, true],
		[4, false],
		[5, false],
		[undefined, false],
	])('says whether there is more than its limit of %s: %s', async (limit, isMore) => {
		const { fetchPage } = serving(ok([1, 2], 'a'), ok([3, 4]));
		let cuts = 0;

		for await (const found of eachPage(fetchPage, limit, () => (cuts += 1))) {
			expect(found.ok).toBe(true);
		}

		expect(cuts).toBe(isMore ? 1 : 0);
	});

	it('that fails is not cut', async () => {
		const { fetchPage } = serving(ok([1], 'a'), { ok: false, failure: { kind: 'busy' } });
		let cuts = 0;

		const found = [];
		for await (const page of eachPage(fetchPage, 9, () => (cuts += 1))) found.push(page.ok);

		expect(found).toEqual([true, false]);
		expect(cuts).toBe(0);
	});

	it.each([
		['the one before', ['same', 'same'], 2],
		['an earlier one', ['a', 'b', 'a'], 3],
	])('that comes back to %s is an error, not an end', async (_name, cursors, asked) => {
		const { cursors: seen, fetchPage } = serving(...cursors.map((cursor) => ok([1], cursor)));

		expect(await allPages(fetchPage)).toEqual(endless('its list has no end'));
		expect(seen).toHaveLength(asked);
	});

	it('is whole where its limit was reached before a cursor came back', async () => {
		const { fetchPage } = serving(ok([1], 'same'), ok([2], 'same'));

		expect(await allPages(fetchPage, 2)).toEqual({ ok: true, data: [1, 2] });
	});

	it('fails as a whole when a page fails', async () => {
		const failure = failed({ ok: false, failure: { kind: 'fault', status: 503 } });
		const { fetchPage } = serving(ok([1], 'a'), failure);

		expect(await allPages(fetchPage)).toEqual(failure);
	});

	it('that Smile does not know is missing', async () => {
		const missing = failed({ ok: false, failure: { kind: 'refused', status: 404, code: 'M' } });

		expect(await allPages(serving(missing).fetchPage)).toEqual(missing);
	});

	it('that Smile knows no more at a later page is not missing', async () => {
		const missing = failed({ ok: false, failure: { kind: 'refused', status: 404, code: 'M' } });

		expect(await allPages(serving(ok([1], 'a'), missing).fetchPage)).toEqual({
			ok: false,
			failure: {
				kind: 'unexpected',
				reason: 'it knows no more of a list that it had begun',
				status: 404,
				code: 'M',
			},
		});
	});

	it.each([
		[[1, 2]],
		[{}],
		[{ nextCursor: null }],
		[{ items: null }],
		[{ items: {} }],
		[{ items: [], nextCursor: true }],
		[{ items: [], nextCursor: {} }],
		[undefined],
	])('is none where a page is %j', async (data) => {
		const answer: Answer = { ok: true, data };

		expect(await allPages(serving(answer).fetchPage)).toEqual(endless('it is no list'));
		expect(await allPages(serving(ok([1], 'a'), answer).fetchPage)).toEqual(
			endless('it is no list'),
		);
	});
});
