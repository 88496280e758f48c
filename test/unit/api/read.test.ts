import { readArray, readList, readOne, readPage, readPages } from '../../../nodes/Smile/api/read';
import { enveloped, pageReply, scriptedSmile, type Reply } from '../../support/scriptedSmile';

const broken = (reason: string) => ({ ok: false, failure: { kind: 'unexpected', reason } });
const queries = ({ requests }: ReturnType<typeof scriptedSmile>) => requests.map(({ qs }) => qs);

describe('reading one record', () => {
	it('gives it as Smile sent it', async () => {
		const smile = scriptedSmile(enveloped({ id: 'u-1', extra: [null] }));

		expect(await readOne(smile.client, '/users/u-1')).toEqual({
			ok: true,
			value: { id: 'u-1', extra: [null] },
		});
		expect(smile.calls()).toEqual(['GET /users/u-1']);
		expect(queries(smile)).toEqual([undefined]);
	});

	it.each([[undefined], [null], ['text'], [[{ id: 'u-1' }]], [1]])(
		'is an error where there is none: %j',
		async (data) => {
			const smile = scriptedSmile(enveloped(data));

			expect(await readOne(smile.client, '/users/u-1')).toEqual(broken('it holds no record'));
		},
	);

	it('passes on why there is none', async () => {
		const smile = scriptedSmile(enveloped({}, 'MISSING_RESOURCE', 404));

		expect(await readOne(smile.client, '/users/u-1')).toMatchObject({
			ok: false,
			failure: { kind: 'refused', status: 404 },
		});
	});

	it.each([
		'/users/',
		'/users/.',
		'/users/..',
		'/users/../accounts',
		'//users',
		'',
		`/users/${encodeURIComponent('../accounts/a-1')}`,
		`/users/${encodeURIComponent('u-1\\..\\u-2')}/payload`,
	])('sends nothing to the path %j', async (path) => {
		const smile = scriptedSmile(enveloped({}));

		const reading = readOne(smile.client, path || '/');

		await expect(reading).rejects.toThrow('An ID is empty, or is a path to something else');
		expect(smile.requests).toEqual([]);
	});

	it('knows dots inside an id from dots alone', async () => {
		const smile = scriptedSmile(enveloped({ id: '...' }), enveloped({ id: '.a' }));

		expect((await readOne(smile.client, '/users/...')).ok).toBe(true);
		expect((await readOne(smile.client, '/users/.a/x..')).ok).toBe(true);
	});
});

describe('reading a list', () => {
	it('asks with its filters, the largest pages and the cursors', async () => {
		const smile = scriptedSmile(pageReply([{ id: 1 }], 'next'), pageReply([{ id: 2 }], null));

		const list = await readList(smile.client, '/incomes', { sourceId: 'a-1', other: undefined });

		expect(list).toEqual({ ok: true, value: [{ id: 1 }, { id: 2 }] });
		expect(smile.calls()).toEqual(['GET /incomes', 'GET /incomes']);
		// What is undefined must not be there.
		expect(queries(smile)).toStrictEqual([
			{ sourceId: 'a-1', size: 150 },
			{ sourceId: 'a-1', size: 150, cursor: 'next' },
		]);
	});

	it('asks for no more than its limit', async () => {
		const smile = scriptedSmile(pageReply([{ id: 1 }, { id: 2 }], 'next'));

		const list = await readList(smile.client, '/incomes', {}, 2);

		expect(list).toEqual({ ok: true, value: [{ id: 1 }, { id: 2 }] });
		expect(queries(smile)).toEqual([{ size: 2 }]);
	});

	it('has pages of Smile’s size where its limit is larger', async () => {
		const smile = scriptedSmile(pageReply([]));

		await readList(smile.client, '/incomes', {}, 151);

		expect(queries(smile)).toEqual([{ size: 150 }]);
	});

	it.each([[''], [null]])('is never asked for with the filter %j', async (sourceId) => {
		const smile = scriptedSmile(pageReply([{ id: 1 }]));

		const reading = readList(smile.client, '/incomes', { userId: 'u-1', sourceId });

		await expect(reading).rejects.toThrow('The filter sourceId is empty');
		expect(smile.requests).toEqual([]);
	});

	it.each([
		[1, 'next', 1],
		[2, 'next', 1],
		[2, null, 0],
		[9, null, 0],
	])('says whether Smile has more than %d, with the cursor %j', async (limit, cursor, cuts) => {
		const smile = scriptedSmile(pageReply([{ id: 1 }, { id: 2 }], cursor), pageReply([]));
		let cut = 0;

		await readList(smile.client, '/incomes', {}, limit, () => (cut += 1));

		expect(cut).toBe(cuts);
	});

	it('fails as a whole where a page fails', async () => {
		const smile = scriptedSmile(pageReply([{ id: 1 }], 'next'), enveloped({}, 'INVALID', 400));

		expect(await readList(smile.client, '/incomes')).toMatchObject({ failure: { status: 400 } });
	});

	it('may be a bare array', async () => {
		const smile = scriptedSmile(enveloped([{ id: 1 }]));

		expect(await readList(smile.client, '/invites/iv-1/logs')).toEqual({
			ok: true,
			value: [{ id: 1 }],
		});
	});

	it.each([[null], ['text'], [[]], [1]])('fails at the entry %j', async (entry) => {
		const smile = scriptedSmile(
			pageReply([{ id: 1 }], 'next'),
			pageReply([{ id: 2 }, entry], 'further'),
			pageReply([{ id: 3 }]),
		);

		const pages = [];
		for await (const page of readPages(smile.client, '/incomes')) pages.push(page);

		expect(pages).toEqual([
			{ ok: true, value: [{ id: 1 }] },
			broken('an entry of its list is no record'),
		]);
		expect(smile.requests).toHaveLength(2);
	});

	it('gives the pages before one that fails, then the failure', async () => {
		const smile = scriptedSmile(pageReply([{ id: 1 }], 'next'), enveloped({}, 'INVALID', 400));

		const pages = [];
		for await (const page of readPages(smile.client, '/incomes')) pages.push(page);

		expect(pages).toEqual([
			{ ok: true, value: [{ id: 1 }] },
			{ ok: false, failure: expect.objectContaining({ status: 400 }) },
		]);
	});
});

describe('reading a page', () => {
	it.each([
		[undefined, { size: 150 }],
		['c', { size: 150, cursor: 'c' }],
	])('asks for that of the cursor %j', async (cursor, query) => {
		const smile = scriptedSmile(pageReply([{ id: 1 }], 7));

		expect(await readPage(smile.client, '/users', cursor)).toEqual({
			ok: true,
			value: { records: [{ id: 1 }], nextCursor: '7' },
		});
		expect(queries(smile)).toEqual([query]);
	});

	it.each([[null], [undefined], ['']])('is the last one with the cursor %j', async (nextCursor) => {
		const smile = scriptedSmile(pageReply([{ id: 1 }], nextCursor));

		expect(await readPage(smile.client, '/users')).toEqual({
			ok: true,
			value: { records: [{ id: 1 }], nextCursor: undefined },
		});
	});

	it('asks with what else is wanted, and may be given a bare array', async () => {
		const smile = scriptedSmile(enveloped([{ id: 1 }]));

		expect(await readPage(smile.client, '/users', undefined, { search: 'Tala' })).toEqual({
			ok: true,
			value: { records: [{ id: 1 }], nextCursor: undefined },
		});
		expect(queries(smile)).toEqual([{ search: 'Tala', size: 150 }]);
	});

	it.each<[Reply, unknown]>([
		[enveloped({}), broken('it is no list')],
		[pageReply([null]), broken('an entry of its list is no record')],
		[
			enveloped({}, 'INVALID', 400),
			{ ok: false, failure: expect.objectContaining({ status: 400 }) },
		],
	])('fails for %j', async (reply, failed) => {
		expect(await readPage(scriptedSmile(reply).client, '/users')).toEqual(failed);
	});
});

describe('reading an array', () => {
	const query = { type: 'SSS' };

	it('gives all of it at once', async () => {
		const smile = scriptedSmile(enveloped([{ id: 1 }, { id: 2 }]));

		expect(await readArray(smile.client, '/countries', query)).toEqual({
			ok: true,
			value: [{ id: 1 }, { id: 2 }],
		});
		expect(queries(smile)).toEqual([query]);
	});

	it.each<[Reply, unknown]>([
		[enveloped({ items: [] }), broken('it holds no list')],
		[enveloped(null), broken('it holds no list')],
		[enveloped([1]), broken('an entry of its list is no record')],
		[
			enveloped({}, 'INVALID', 400),
			{ ok: false, failure: expect.objectContaining({ status: 400 }) },
		],
	])('fails for %j', async (reply, failed) => {
		expect(await readArray(scriptedSmile(reply).client, '/countries', {})).toEqual(failed);
	});
});
