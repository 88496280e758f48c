import { eachPage, MOST_STALE_PAGES } from '../../../nodes/Smile/api/paginate';

type Given = [items: unknown[], nextCursor?: string];

/** Reads a list that gives the page of each call; what came of it, and how often it was asked. */
async function read(pageOf: (call: number) => Given, limit?: number) {
	let asked = 0;
	let cuts = 0;
	const data: unknown[] = [];
	const fetchPage = async () => {
		const [items, nextCursor] = pageOf(asked);
		asked += 1;
		if (asked > 1_000) throw new Error('It asked for ever');
		return await Promise.resolve({ ok: true, data: { items, nextCursor } } as const);
	};
	for await (const found of eachPage(fetchPage, limit, () => (cuts += 1))) {
		if (!found.ok) return { data, reason: found.failure.reason, asked, cuts };
		data.push(...found.data);
	}
	return { data, asked, cuts };
}

const records = (...ids: unknown[]) => ids.map((id) => ({ id }));

describe('a list of empty pages', () => {
	it('that does not end is an error', async () => {
		const found = await read((call) => [[], `c${call}`]);

		expect(found).toMatchObject({ data: [], reason: 'its list has no end', cuts: 0 });
		expect(found.asked).toBe(MOST_STALE_PAGES);
	});

	it('is an error also after records, and below its limit', async () => {
		const found = await read((call) => [call === 0 ? records('a') : [], `c${call}`], 5);

		expect(found).toMatchObject({ data: records('a'), reason: 'its list has no end' });
	});

	it('in the middle is whole, however often there are some', async () => {
		const last = 2 * MOST_STALE_PAGES;
		const found = await read((call) => [
			call % MOST_STALE_PAGES === MOST_STALE_PAGES - 1 ? records(call) : [],
			call === last ? undefined : `c${call}`,
		]);

		expect(found.reason).toBeUndefined();
		expect(found.data).toHaveLength(2);
		expect(found.asked).toBe(last + 1);
	});

	it('may end with the last of them', async () => {
		const found = await read((call) => [
			[],
			call === MOST_STALE_PAGES - 1 ? undefined : `c${call}`,
		]);

		expect(found).toEqual({ data: [], asked: MOST_STALE_PAGES, cuts: 0 });
	});
});

describe('a list whose page has nothing but what came before', () => {
	it('is an error where that goes on, and gives nothing twice', async () => {
		const found = await read((call) => [records('a', 'b'), `c${call}`]);

		expect(found).toEqual({
			data: records('a', 'b'),
			reason: 'its list has no end',
			asked: 1 + MOST_STALE_PAGES,
			cuts: 0,
		});
	});

	it('is whole where that is in the middle, as many were added meanwhile', async () => {
		const pages: Given[] = [
			[records(1, 2), 'a'],
			[records(1, 2), 'b'],
			[[], 'c'],
			[records(2), 'd'],
			[records(3)],
		];

		const found = await read((call) => pages[call]);

		expect(found).toEqual({ data: records(1, 2, 3), asked: 5, cuts: 0 });
	});

	it('is an error at its end, too, where that is as long as a page', async () => {
		const found = await read((call) => [records('a', 'b'), call === 0 ? 'c' : undefined]);

		expect(found).toMatchObject({ data: records('a', 'b'), reason: 'its list repeats itself' });
	});

	it('is whole where that is the short end, moved there by what was added meanwhile', async () => {
		const pages: Given[] = [[records('b', 'c'), 'x'], [records('c')]];

		expect(await read((call) => pages[call])).toEqual({
			data: records('b', 'c'),
			asked: 2,
			cuts: 0,
		});
	});

	it('is an error, too, where Smile wraps each record', async () => {
		const wrapped = [{ signal: { id: 's-1' } }];

		const found = await read((call) => [wrapped, `c${call}`]);

		expect(found).toMatchObject({ data: wrapped, reason: 'its list has no end' });
	});

	it('is no error where its limit was reached before', async () => {
		const found = await read((call) => [records('a', 'b'), `c${call}`], 2);

		expect(found).toEqual({ data: records('a', 'b'), asked: 1, cuts: 1 });
	});
});

describe('a list whose pages overlap', () => {
	it('gives each record once, and as many as its limit', async () => {
		const pages: Given[] = [[records('a', 'b'), 'x'], [records('b', 'c'), 'y'], [records('d')]];

		expect((await read((call) => pages[call])).data).toEqual(records('a', 'b', 'c', 'd'));
		expect(await read((call) => pages[call], 3)).toEqual({
			data: records('a', 'b', 'c'),
			asked: 2,
			cuts: 1,
		});
	});

	it('leaves a page as Smile gave it', async () => {
		expect((await read(() => [records('a', 'a')])).data).toEqual(records('a', 'a'));
	});

	it('takes the same id at two sources for two records', async () => {
		const of = (sourceId: string) => ({ id: 'inc-1', metadata: { sourceId } });
		const pages: Given[] = [[[of('a-1')], 'x'], [[of('a-2'), of('a-1')]]];

		expect((await read((call) => pages[call])).data).toEqual([of('a-1'), of('a-2')]);
	});

	it('tells numbers from texts', async () => {
		const pages: Given[] = [[records(1), 'x'], [records('1')]];

		expect((await read((call) => pages[call])).data).toEqual(records(1, '1'));
	});
});

describe('records without an id', () => {
	it.each([
		[{ amount: 1 }],
		[{ id: null }],
		[{ id: {} }],
		[{ id: '' }],
		[{ id: { id: 'a' } }],
		[7],
		[null],
		[{ one: { id: 'a' }, other: 1 }],
	])('cannot be compared, and all are given: %j', async (record) => {
		const found = await read((call) => [[record], call < 5 ? `c${call}` : undefined]);

		expect(found).toEqual({ data: Array(6).fill(record), asked: 6, cuts: 0 });
	});

	it('make a page new beside records that came before', async () => {
		const page = [{ id: 'a' }, { amount: 1 }];
		const found = await read((call) => [page, call === 0 ? 'c' : undefined]);

		expect(found.data).toEqual([...page, { amount: 1 }]);
	});
});
