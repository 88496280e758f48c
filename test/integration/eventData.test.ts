import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import { toItems } from '../../nodes/Smile/delivery/toItems';
import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { heldBehind } from '../support/smile/data/held';
import { tellEvents, type ToldEvent } from '../support/smile/data/toldEvents';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { dataOf, eventOf, getData, jsonOf } from '../support/eventDataRuns';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

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

	it('of the kinds of Smile that look like one is refused, too', async () => {
		const smile = await worlds.startSmile();
		const json = { id: 'task-1', type: 'LINK_ACCOUNT', startedAt: '2026-03-04T05:06:07Z' };

		const error = await thrownBy(dataOf(smile, json));

		expect(error.message).toBe('The field Event holds no Smile event');
	});

	it('but the note of Get Missed is refused with what it is', async () => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(dataOf(smile, { incomplete: true, notRead: [] }));

		expect(error.message).toBe('This item is no event: it says what Get Missed could not read');
		expect(error.description).toContain('Filter');
	});
});

describe('the switch Only New Records', () => {
	it.each([[''], [null], ['maybe'], [1]])('that holds %j stops the item', async (value) => {
		const smile = await worlds.startSmile();
		const event = eventOf({ type: 'INCOMES_ADDED', data: { accountId: 'a-1', count: 1 } });

		const run = runAction({
			smile,
			items: [{ json: { event, value } }],
			parameters: getData({
				event: '={{ $json.event }}',
				options: { onlyNewRecords: '={{ $json.value }}' },
			}),
		});

		await expect(run).rejects.toThrow('The field Only New Records holds');
		expect(smile.journal.entries).toEqual([]);
	});
});

describe('only new records', () => {
	it.each([
		['2026-03-04T09:00:00Z', 2, ['b1', 'b2']],
		['2026-03-04T08:00:00Z', 1, ['a1']],
		['2026-03-04T08:00:00,000Z', 1, ['a1']],
		['2026-03-04T16:00:00+08:00[Asia/Manila]', 1, ['a1']],
		['2026-03-04T08:00:00', 1, ['a1']],
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
