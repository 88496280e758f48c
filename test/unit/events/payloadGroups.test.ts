import { datapoints } from '../../../nodes/Smile/events/datapoints';
import { groupsIn, payloadGroups } from '../../../nodes/Smile/events/payloadGroups';

const finished = (payload: unknown) => ({
	type: 'TASK_FINISHED',
	data: { userId: 'u-1', sourceId: 'a-1', payload },
});
const records = (count: number) =>
	Array.from({ length: count }, (_none, id) => ({ id: `r-${id}` }));
const told = (groups: ReturnType<typeof payloadGroups>) =>
	groups.map(({ datapoint, records: found }) => [datapoint, found.length]);

const lists = Object.values(datapoints).filter(({ isSingle }) => !isSingle);
const singles = Object.values(datapoints).filter(({ isSingle }) => isSingle);

describe('the records of a payload', () => {
	it.each([
		[null],
		[[]],
		[{}],
		[{ nextCursor: null }],
		[{ nextCursor: '' }],
		[{ items: null }],
		[{ nextCursor: null, items: [] }],
		[{ nextCursor: null, items: null }],
		[{ items: {} }],
		[{ total: 0 }],
		['text'],
		[7],
	])('are none where a list is %j', (empty) => {
		const payload = Object.fromEntries(lists.map(({ name }) => [name, empty]));

		expect(payloadGroups(finished(payload))).toEqual([]);
	});

	it.each([[null], [{}], [{ nextCursor: null, items: [] }], ['text']])(
		'are none where a single object is %j',
		(empty) => {
			const payload = Object.fromEntries(singles.map(({ name }) => [name, empty]));

			expect(payloadGroups(finished(payload))).toEqual([]);
		},
	);

	it('are one where the kind is a single object, with or without an id', () => {
		const payload = {
			identity: { fullName: 'Maria' },
			rating: { id: 'r-1' },
			insight: { id: 'x' },
		};

		expect(told(payloadGroups(finished(payload)))).toEqual([
			['identity', 1],
			['rating', 1],
			['insight', 1],
		]);
	});

	it.each([[records(2)], [{ nextCursor: null, items: records(2) }], [{ items: records(2) }]])(
		'are those of a list that is bare or a page: %j',
		(given) => {
			expect(told(payloadGroups(finished({ incomes: given })))).toEqual([['incomes', 2]]);
		},
	);

	it('are not dropped where this release does not know their kind', () => {
		const payload = {
			shifts: { items: records(2) },
			tips: records(1),
			badge: { grade: 'A' },
			n: 5,
		};

		expect(told(payloadGroups(finished(payload)))).toEqual([
			['shifts', 2],
			['tips', 1],
			['badge', 1],
		]);
	});

	it('are one where Smile sends a single record instead of a list', () => {
		expect(told(payloadGroups(finished({ incomes: { id: 'inc-1' } })))).toEqual([['incomes', 1]]);
	});
});

describe('a group of a payload', () => {
	const groupOf = (given: unknown, name = 'incomes') =>
		groupsIn({ [name]: given as never }, 'datapoints', { sourceId: 'a-1' })[0];

	it.each([
		['a page of 299', { nextCursor: null, items: records(299) }, undefined, false],
		['a full page with a cursor', { nextCursor: '300', items: records(300) }, '300', true],
		['a short page with a number', { nextCursor: 300, items: records(2) }, '300', true],
		['an empty page with a cursor', { nextCursor: '0', items: [] }, '0', true],
		['a list of 299', records(299), undefined, false],
		['a full list', records(300), undefined, true],
		['a full page without a cursor', { nextCursor: null, items: records(300) }, undefined, true],
	])('says of %s whether there may be more', (_form, given, nextCursor, isCut) => {
		expect(groupOf(given)).toMatchObject({ isCut });
		expect(groupOf(given)?.nextCursor).toBe(nextCursor);
	});

	it('names the list that holds all of it, by the source of the payload', () => {
		expect(groupOf(records(300))?.list).toEqual({ path: '/incomes', query: { sourceId: 'a-1' } });
		expect(groupOf(records(300), 'shifts')?.list).toBeUndefined();
		const own = { metadata: { sourceId: 'a-2' }, incomes: records(1) };
		expect(groupsIn(own, 'datapoints', { sourceId: 'a-1' })[0]?.sourceId).toBe('a-2');
	});

	it('of a session belongs to the account, archive or form that it comes from', () => {
		const payload = {
			metadata: { userId: 'u-1' },
			forms: [{ id: 'form-1', data: {} }],
			accounts: [
				{ id: 'a-1', payload: { incomes: { nextCursor: '2', items: records(2) }, links: null } },
				{ id: 'a-2', payload: null },
			],
			archives: {
				nextCursor: 'more',
				items: [{ id: 'archive-1', payload: { rating: { id: 'r' } } }],
			},
			badges: [{ id: 'badge-1' }],
		};

		expect(
			groupsIn(payload, 'session', {}).map((group) => ({
				...group,
				records: group.records.length,
			})),
		).toEqual([
			{
				datapoint: 'forms',
				sourceId: undefined,
				records: 1,
				isCut: false,
				list: { path: '/alpha/forms', query: { userId: 'u-1' } },
			},
			{
				datapoint: 'incomes',
				sourceId: 'a-1',
				records: 2,
				nextCursor: '2',
				isCut: true,
				list: { path: '/incomes', query: { sourceId: 'a-1' } },
			},
			expect.objectContaining({ datapoint: 'rating', sourceId: 'archive-1', isCut: false }),
			{ datapoint: 'archives', sourceId: undefined, records: 0, nextCursor: 'more', isCut: true },
			{ datapoint: 'badges', sourceId: undefined, records: 1, isCut: false },
		]);
	});
});
