import type { ReceivedEvent } from '../../../nodes/Smile/delivery/parseEvent';
import { toItems } from '../../../nodes/Smile/delivery/toItems';

const envelope = { id: 'et-1', version: 1, createdAt: '2026-03-04T05:06:07Z' };
const event = (type: string, data?: unknown): ReceivedEvent =>
	({ ...envelope, type, ...(data === undefined ? {} : { data }) }) as ReceivedEvent;
const jsonOf = (...args: Parameters<typeof toItems>) => toItems(...args).map(({ json }) => json);

describe('the output "event"', () => {
	it('is one item with the event as it was parsed', () => {
		const sent = event('INCOMES_ADDED', { userId: 'acme-1', count: 3, later: [] });

		expect(jsonOf(sent, 'event')).toEqual([sent]);
	});
});

describe('the output "simplified"', () => {
	it('is one flat item', () => {
		const sent = event('INCOMES_ADDED', { userId: 'acme-1', accountId: 'a-1', count: 3 });

		expect(jsonOf(sent, 'simplified')).toEqual([
			{
				eventId: 'et-1',
				eventType: 'INCOMES_ADDED',
				category: 'User Data',
				createdAt: '2026-03-04T05:06:07Z',
				userId: 'acme-1',
				accountId: 'a-1',
				count: 3,
			},
		]);
	});

	it.each([
		['INSIGHT_ADDED', 'insightId'],
		['LINK_ADDED', 'linkId'],
	])('names the inner id of %s %s', (type, name) => {
		const [item] = jsonOf(event(type, { id: 'inner-1', userId: 'acme-1' }), 'simplified');

		expect(item).toMatchObject({ eventId: 'et-1', [name]: 'inner-1' });
		expect(item).not.toHaveProperty('id');
	});

	it('keeps what a type of the future carries, beside the envelope', () => {
		const [item] = jsonOf(event('LATER', { id: 'x-1', createdAt: 'then' }), 'simplified');

		expect(item).toEqual({
			eventId: 'et-1',
			eventType: 'LATER',
			category: 'Other',
			createdAt: '2026-03-04T05:06:07Z',
			id: 'x-1',
			data_createdAt: 'then',
		});
	});

	it.each([[undefined], [null], ['text'], [[1, 2]]])('takes data that is %j', (data) => {
		const [item] = jsonOf(event('INCOMES_ADDED', data), 'simplified');

		expect(item).toMatchObject({ eventId: 'et-1' });
		expect(item?.data).toEqual(data);
		expect(Object.keys(item ?? {}).includes('data')).toBe(data !== undefined);
	});
});

describe('the output "records"', () => {
	const finished = (payload: unknown) =>
		event('TASK_FINISHED', { userId: 'acme-1', sourceId: 'a-1', payload });

	it('is one item for each record, whether a list, a page or a single object', () => {
		const sent = finished({
			metadata: { sourceId: 'a-1' },
			identity: { id: 'i-1' },
			rating: null,
			incomes: { nextCursor: null, items: [{ id: 'inc-1' }, { id: 'inc-2' }] },
			documents: [{ id: 'd-1' }],
			contributions: { nextCursor: null, items: [] },
		});
		const common = {
			eventId: 'et-1',
			eventType: 'TASK_FINISHED',
			userId: 'acme-1',
			sourceId: 'a-1',
		};

		expect(jsonOf(sent, 'records')).toEqual([
			{ ...common, datapoint: 'identity', record: { id: 'i-1' } },
			{ ...common, datapoint: 'incomes', record: { id: 'inc-1' } },
			{ ...common, datapoint: 'incomes', record: { id: 'inc-2' } },
			{ ...common, datapoint: 'documents', record: { id: 'd-1' } },
		]);
	});

	it('reads the sources of a finished user session', () => {
		const sent = event('USER_SESSION_COMPLETED', {
			session: { userId: 'acme-1' },
			payload: {
				metadata: { userId: 'acme-1' },
				forms: [{ id: 'form-1', data: {} }],
				accounts: [{ id: 'a-1', payload: { incomes: { items: [{ id: 'inc-1' }] } } }],
				archives: [{ id: 'archive-1', payload: { documents: { items: [{ id: 'd-1' }] } } }],
			},
		});

		const items = jsonOf(sent, 'records');

		expect(items.map(({ sourceId, datapoint }) => [sourceId, datapoint])).toEqual([
			['form-1', 'forms'],
			['a-1', 'incomes'],
			['archive-1', 'documents'],
		]);
		expect(items.every(({ userId }) => userId === 'acme-1')).toBe(true);
	});

	it('takes a completed record as one record', () => {
		const data = { recordId: 'ss-1', recordType: 'SOCIAL_SECURITY', payload: { id: 'ss-1' } };

		expect(jsonOf(event('RECORD_COMPLETED', data), 'records')).toEqual([
			{
				eventId: 'et-1',
				eventType: 'RECORD_COMPLETED',
				userId: null,
				sourceId: 'ss-1',
				datapoint: 'SOCIAL_SECURITY',
				record: { id: 'ss-1' },
			},
		]);
	});

	it('tells with each record that Smile holds more of its kind, and only then', () => {
		const sent = finished({
			incomes: { nextCursor: '300', items: [{ id: 'inc-1' }, { id: 'inc-2' }] },
			documents: { nextCursor: null, items: [{ id: 'd-1' }] },
			rating: { id: 'r-1' },
		});

		const items = jsonOf(sent, 'records');

		expect(items.map(({ datapoint, nextCursor }) => [datapoint, nextCursor])).toEqual([
			['incomes', '300'],
			['incomes', '300'],
			['documents', undefined],
			['rating', undefined],
		]);
		expect(items.filter((item) => 'nextCursor' in item)).toHaveLength(2);
	});

	it('is of the chosen data only, in either spelling', () => {
		const sent = finished({
			identity: { id: 'i-1' },
			incomes: { nextCursor: '300', items: [{ id: 'inc-1' }] },
			links: { nextCursor: null, items: [{ id: 'link-1' }] },
			insight: { id: 'insight-1' },
		});

		const kinds = (...chosen: string[]) =>
			jsonOf(sent, 'records', chosen).map(({ datapoint }) => datapoint);
		expect(kinds('INCOMES')).toEqual(['incomes']);
		expect(kinds('LINKS', 'INSIGHT')).toEqual(['links', 'insight']);
		expect(kinds('LINK', 'INSIGHTS')).toEqual(['links', 'insight']);
	});

	it('holds nothing of data that only a later release will know', () => {
		const sent = finished({ incomes: [{ id: 'i-1' }] });

		expect(jsonOf(sent, 'records', ['ADDED_LATER'])).toHaveLength(1);
		expect(jsonOf(sent, 'records', ['ADDED_LATER', 'INCOMES'])).toMatchObject([
			{ datapoint: 'incomes' },
		]);
	});

	it('does not give away in another form what was not chosen', () => {
		const sent = finished({ identity: { id: 'i-1' } });
		const { payload, ...rest } = jsonOf(sent, 'simplified')[0];

		expect(payload).toBeDefined();
		expect(jsonOf(sent, 'records', ['INCOMES'])).toEqual([rest]);
	});

	it.each([
		[undefined],
		[null],
		[{}],
		[{ incomes: { nextCursor: null, items: [] } }],
		[{ incomes: {}, documents: { nextCursor: null }, links: { nextCursor: null, items: null } }],
		[{ identity: {} }],
		['text'],
	])('falls back to the simplified item for the payload %j', (payload) => {
		const sent = finished(payload);

		expect(jsonOf(sent, 'records')).toEqual(jsonOf(sent, 'simplified'));
		expect(jsonOf(sent, 'records', ['INCOMES'])).toEqual(jsonOf(sent, 'simplified'));
	});
});
