import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import { toItems } from '../../nodes/Smile/delivery/toItems';
import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { heldBehind } from '../support/smile/data/held';
import { tellEvents, type ToldEvent } from '../support/smile/data/toldEvents';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const getData = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'event',
	operation: 'getData',
	...fields,
});
const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

const eventOf = ({ type, createdAt = '2026-03-04T05:06:07Z', data }: ToldEvent) => ({
	id: `et-${type}`,
	version: 1,
	type,
	createdAt,
	data: data as IDataObject,
});

describe('the data of an event', () => {
	const shared = new Worlds();
	let smile: SimulatedSmile;
	let told: Map<string, ToldEvent>;

	beforeAll(async () => {
		smile = await shared.startSmile();
		told = tellEvents(smile, new Date('2026-03-04T08:00:00Z'));
		// More than two full pages, and more than a payload holds.
		smile.data.transactions(320, String(told.get('ACCOUNT_CONNECTED')?.data.accountId));
	});
	afterAll(async () => await shared.closeAll());

	/** Everything the simulation holds of one account. */
	const heldOf = (sourceId: unknown, kind: Parameters<SimulatedSmile['data']['of']>[0]) =>
		smile.data.of(kind, String(sourceId));

	it.each(Object.keys(catalogue))(
		'of type %s is exactly what Smile holds, one item for each record',
		async (type) => {
			const one = told.get(type);
			if (!one) throw new Error(`No ${type} was told`);

			const items = jsonOf(
				await runAction({ smile, items: [{ json: eventOf(one) }], parameters: getData() }),
			);

			expect(items.length).toBeGreaterThan(0);
			expect(items).toEqual(
				heldBehind(smile.data, one).map((held) => ({
					eventId: `et-${type}`,
					eventType: type,
					...held,
				})),
			);
		},
	);

	it('of a finished task are the records of each kind of data that it names', async () => {
		const one = told.get('TASK_FINISHED') as ToldEvent;

		const items = jsonOf(
			await runAction({ smile, items: [{ json: eventOf(one) }], parameters: getData() }),
		);

		const kinds = ['identities', 'ratings', 'documents', 'incomes', 'transactions'] as const;
		const more = ['employments', 'contributions', 'liabilities', 'eincomes', 'links'] as const;
		const held = [...kinds, ...more, 'insights' as const].flatMap((kind) =>
			heldOf(one.data.sourceId, kind).map(({ id }) => id),
		);
		const ids = items.map(({ record }) => (record as IDataObject).id);
		expect([...ids].sort()).toEqual([...held].sort());
	});

	it.each(['event', 'simplified'] as const)(
		'is the same for an item of the output %s, also as text',
		async (output) => {
			const one = eventOf(told.get('LINK_ADDED') as ToldEvent);
			const [item] = toItems(one, output);

			const items = jsonOf(
				await runAction({
					smile,
					items: [item, { json: { text: JSON.stringify(item.json) } }],
					parameters: getData({ event: '={{ $json.text ?? $json }}' }),
				}),
			);

			expect(items).toHaveLength(2);
			expect(items[0]).toEqual({
				eventId: one.id,
				eventType: 'LINK_ADDED',
				datapoint: 'links',
				record: heldOf(one.data.accountId, 'links')[0],
			});
			expect(items[1]).toEqual(items[0]);
		},
	);

	it('is read once for many items of the output Records', async () => {
		const one = told.get('TASK_FINISHED') as ToldEvent;
		const incomes = {
			nextCursor: null,
			items: [{ id: 'inc-1' }, { id: 'inc-2' }, { id: 'inc-3' }],
		};
		const records = toItems(
			eventOf({ ...one, data: { ...one.data, payload: { incomes, rating: { id: 'r-1' } } } }),
			'records',
		);
		smile.journal.clear();

		const items = await runAction({ smile, items: records, parameters: getData() });

		expect(smile.journal.of('GET', '/incomes')).toHaveLength(1);
		expect(items.map(({ json }) => json.record)).toEqual([
			...heldOf(one.data.sourceId, 'incomes'),
			...heldOf(one.data.sourceId, 'ratings'),
		]);
	});

	it('is a clear result when the event leads to none', async () => {
		const items = [
			eventOf({ type: 'ACCOUNT_PAUSED', data: { accountId: 'a-1' } }),
			eventOf({ type: 'TASK_FINISHED', data: { sourceId: 'a-1', datapoints: [] } }),
			eventOf({ type: 'TASK_FINISHED', data: { sourceId: 'a-1', datapoints: ['SHIFTS'] } }),
			eventOf({ type: 'INCOMES_ADDED', data: {} }),
		];
		smile.journal.clear();

		const results = jsonOf(
			await runAction({ smile, items: items.map((json) => ({ json })), parameters: getData() }),
		);

		expect(results.map(({ record, gone, reason }) => [record, gone, reason])).toEqual([
			[null, false, 'This release knows no data behind the event type ACCOUNT_PAUSED'],
			[null, false, 'The event names no data'],
			[null, false, 'This release does not know where Smile keeps SHIFTS'],
			[null, false, 'The event names no data'],
		]);
		expect(smile.journal.entries).toEqual([]);
	});
});

describe('data that is gone', () => {
	it.each([
		['INCOMES_ADDED', 'incomes'],
		['IDENTITY_ADDED', 'identity'],
	])('is a clear result of %s, not an error', async (type, datapoint) => {
		const smile = await worlds.startSmile();
		const { accountId, happened } = smile.data.live(new Date('2026-03-04T08:00:00Z'), {
			account: 'connected',
		});
		smile.data.revoke(accountId);
		const one = happened.find((each) => each.type === type) as ToldEvent;

		const items = jsonOf(
			await runAction({ smile, items: [{ json: eventOf(one) }], parameters: getData() }),
		);

		expect(items).toEqual([
			{
				eventId: `et-${type}`,
				eventType: type,
				datapoint,
				record: null,
				gone: true,
				reason: expect.stringContaining('revoked'),
			},
		]);
	});

	it('is told for each kind of a finished task that has none left', async () => {
		const smile = await worlds.startSmile();
		const { accountId, happened } = smile.data.live(new Date('2026-03-04T08:00:00Z'), {
			account: 'connected',
		});
		smile.data.keep('incomes', () => false);
		const one = happened.find(({ type }) => type === 'TASK_FINISHED') as ToldEvent;
		const finished = { ...one, data: { ...one.data, datapoints: ['RATINGS', 'INCOMES'] } };

		const items = jsonOf(
			await runAction({ smile, items: [{ json: eventOf(finished) }], parameters: getData() }),
		);

		expect(items.map(({ datapoint, gone }) => [datapoint, gone])).toEqual([
			['rating', undefined],
			['incomes', true],
		]);
		expect(accountId).toBe(one.data.sourceId);
	});

	it('under one of several ids leaves the others', async () => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		const [document] = smile.data.of('documents', accountId);
		const data = { userId, accountId, updatedIds: [document.id, 'd-unknown'] };

		const items = jsonOf(
			await runAction({
				smile,
				items: [{ json: eventOf({ type: 'DOCUMENTS_UPDATED', data }) }],
				parameters: getData(),
			}),
		);

		expect(items.map(({ record, gone }) => [record, gone])).toEqual([
			[document, undefined],
			[null, true],
		]);
	});
});

describe('only new records', () => {
	it.each([
		['2026-03-04T09:00:00Z', 2, ['b1', 'b2']],
		['2026-03-04T08:00:00Z', 1, ['a1']],
		['2026-03-04T08:59:59Z', 2, ['a1', 'b1', 'b2']],
		['2026-03-04T10:30:00Z', undefined, ['c1']],
	])('of an event of %s that counts %s are %j', async (createdAt, count, ids) => {
		const smile = await worlds.startSmile();
		const times = { a1: '08:00:00', b1: '09:00:00', b2: '09:00:00', c1: '10:00:00' };
		for (const [id, time] of Object.entries(times)) {
			const itemCreatedAt = `2026-03-04T${time}Z`;
			const origin = {
				sourceId: 'a-1',
				sourceType: 'ACCOUNT' as const,
				userId: 'u',
				providerId: 'p',
			};
			smile.data.add('incomes', {
				id,
				metadata: { ...origin, createdAt: itemCreatedAt, itemCreatedAt },
			});
		}
		const type = count === undefined ? 'TASK_FINISHED' : 'INCOMES_ADDED';
		const data = { accountId: 'a-1', sourceId: 'a-1', datapoints: ['INCOMES'], count };

		const items = jsonOf(
			await runAction({
				smile,
				items: [{ json: eventOf({ type, createdAt, data }) }],
				parameters: getData({ options: { onlyNewRecords: true } }),
			}),
		);

		expect(items.map(({ record }) => (record as IDataObject).id)).toEqual(ids);
	});
});

describe('many records', () => {
	it('are read over all pages, also where a payload holds only the first 300', async () => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.transactions(400, accountId);
		const held = smile.data.of('transactions', accountId).length;
		const events = [
			eventOf({ type: 'TRANSACTIONS_ADDED', data: { userId, accountId, count: 400 } }),
			eventOf({ type: 'ACCOUNT_CONNECTED', data: { userId, accountId } }),
			eventOf({ type: 'USER_SESSION_COMPLETED', data: { session: { userId } } }),
		];

		const items = await runAction({
			smile,
			items: events.map((json) => ({ json })),
			parameters: getData(),
		});

		for (const item of [0, 1, 2]) {
			const found = items.filter(
				({ json, pairedItem }) =>
					json.datapoint === 'transactions' && JSON.stringify(pairedItem) === `{"item":${item}}`,
			);
			expect(new Set(found.map(({ json }) => (json.record as IDataObject).id)).size).toBe(held);
			expect(found).toHaveLength(held);
		}
	});

	it('that were read before a failure are not lost when the workflow goes on', async () => {
		const smile = await worlds.startSmile();
		const accountId = smile.data.transactions(200);
		smile.faults.next({ kind: 'slow', ms: 0, path: '/transactions' });
		smile.faults.next({ kind: 'status', status: 400, path: '/transactions' });

		const items = await runAction({
			smile,
			items: [{ json: eventOf({ type: 'TRANSACTIONS_ADDED', data: { accountId, count: 1 } }) }],
			parameters: getData(),
			continueOnFail: true,
		});

		expect(items).toHaveLength(151);
		expect(items.at(-1)?.json.error).toContain('Could not read transactions of the event');
	});
});

describe('an item that is no event', () => {
	it.each([[{}], [{ id: 'et-1' }], [{ type: 'INCOMES_ADDED' }], [{ eventType: '' }]])(
		'%j is refused with what to do',
		async (json) => {
			const smile = await worlds.startSmile();

			const error = await thrownBy(runAction({ smile, items: [{ json }], parameters: getData() }));

			expect(error.message).toBe('The field Event holds no Smile event');
			expect(error.description).toContain('Smile Trigger');
			expect(error.context?.itemIndex).toBe(0);
		},
	);
});
