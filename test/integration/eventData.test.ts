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

/** What Get Data gives for one event. */
async function dataOf(
	smile: SimulatedSmile,
	event: IDataObject,
	fields: INodeParameters = {},
): Promise<IDataObject[]> {
	return jsonOf(await runAction({ smile, items: [{ json: event }], parameters: getData(fields) }));
}

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

		expect(items.map(({ record, gone, recordId }) => [record, gone, recordId])).toEqual([
			[document, undefined, undefined],
			[null, true, 'd-unknown'],
		]);
	});

	it.each(['empty', 'missing'] as const)(
		'is told for each kind where the lists of a revoked account are %s',
		async (revokedLists) => {
			const smile = await worlds.startSmile();
			smile.data.answers.revokedLists = revokedLists;
			const { accountId, happened } = smile.data.live(new Date(), { account: 'connected' });
			smile.data.revoke(accountId);
			const one = happened.find(({ type }) => type === 'TASK_FINISHED') as ToldEvent;

			const items = await dataOf(smile, eventOf(one));

			expect(items).toHaveLength((one.data.datapoints as string[]).length);
			expect(items.every(({ gone, record }) => gone === true && record === null)).toBe(true);
		},
	);
});

describe('data that cannot be read', () => {
	const finished = (smile: SimulatedSmile, datapoints: string[]) => {
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		const data = { sourceId: accountId, userId, datapoints };
		return eventOf({ type: 'TASK_FINISHED', data });
	};

	it.each([403, 400, 501])(
		'of one kind (%s) does not cost the others, and says why',
		async (status) => {
			const smile = await worlds.startSmile();
			const event = finished(smile, ['LINK', 'INCOMES', 'RATINGS']);
			smile.faults.next({ kind: 'status', status, path: '/links' });

			const items = await dataOf(smile, event);

			const held = smile.data.of('incomes', String(event.data.sourceId));
			expect(items.filter(({ datapoint }) => datapoint === 'incomes')).toHaveLength(held.length);
			expect(items.filter(({ datapoint }) => datapoint === 'rating')).toHaveLength(1);
			expect(items.filter(({ record }) => record === null)).toEqual([
				{
					eventId: event.id,
					eventType: event.type,
					datapoint: 'links',
					record: null,
					gone: false,
					notRead: true,
					reason: expect.stringContaining('Could not read links of the event: '),
				},
			]);
		},
	);

	it('is an error only when nothing at all could be read', async () => {
		const smile = await worlds.startSmile();
		const event = finished(smile, ['LINK', 'INCOMES']);
		const refuse = (path: string) =>
			smile.faults.next({ kind: 'status', status: 403, path, times: Infinity });
		refuse('/links');
		smile.data.keep('incomes', () => false);

		const besideNone = await dataOf(smile, event);
		refuse('/incomes');
		const error = await thrownBy(dataOf(smile, event));

		expect(besideNone.map(({ datapoint, gone }) => [datapoint, gone])).toEqual([
			['links', false],
			['incomes', true],
		]);
		expect(error.message).toContain('Could not read links of the event');
	});

	it('on a later page is named after the pages before it, also where that page is a 404', async () => {
		const smile = await worlds.startSmile();
		const accountId = smile.data.transactions(200);
		const event = eventOf({ type: 'TRANSACTIONS_ADDED', data: { accountId, count: 200 } });
		for (const status of [404, 400]) {
			smile.faults.next({ kind: 'slow', ms: 0, path: '/transactions' });
			smile.faults.next({ kind: 'status', status, path: '/transactions' });

			const items = await dataOf(smile, event);

			expect(items).toHaveLength(151);
			expect(items.at(-1)).toMatchObject({
				datapoint: 'transactions',
				record: null,
				gone: false,
				reason: expect.stringContaining('the rest of the transactions'),
			});
		}
	});

	it('is not made up for by older records where only new ones are wanted', async () => {
		const smile = await worlds.startSmile();
		const accountId = smile.data.transactions(200);
		smile.faults.next({ kind: 'slow', ms: 0, path: '/transactions' });
		smile.faults.next({ kind: 'status', status: 400, path: '/transactions' });
		const createdAt = '2026-06-04T05:06:07Z';
		const event = eventOf({ type: 'TRANSACTIONS_ADDED', createdAt, data: { accountId, count: 2 } });

		const items = await dataOf(smile, event, { options: { onlyNewRecords: 'True' } });

		expect(items.map(({ record, gone }) => [record, gone])).toEqual([[null, false]]);
	});

	it('is not called gone where something in between says 404', async () => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		const event = eventOf({ type: 'INCOMES_ADDED', data: { accountId, count: 3 } });
		smile.faults.next({ kind: 'html', status: 404, path: '/incomes' });

		const error = await thrownBy(dataOf(smile, event));

		expect(error.message).toContain('Could not read incomes of the event');
	});

	it('of a user beside it leaves the user', async () => {
		const smile = await worlds.startSmile();
		const { userId } = smile.data.live(new Date(), { account: 'connected' });
		smile.faults.next({ kind: 'status', status: 403, path: `/users/${userId}/payload` });

		const items = await dataOf(smile, eventOf({ type: 'USER_CREATED', data: { userId } }));

		expect(items.map(({ datapoint, record }) => [datapoint, record !== null])).toEqual([
			['user', true],
			['payload', false],
		]);
	});
});

describe('a requested record', () => {
	const asked = async (smile: SimulatedSmile) => {
		const happened = smile.data.requestRecord(new Date());
		const { data } = happened.find(({ type }) => type === 'RECORD_COMPLETED') as ToldEvent;
		return { event: eventOf({ type: 'RECORD_COMPLETED', data }), id: String(data.recordId) };
	};

	it.each([
		['alpha', 401],
		['alpha', 403],
		['alpha', 404],
		['beta', 401],
		['beta', 403],
		['beta', 404],
	])('is read where %s is refused with %s', async (stage, status) => {
		const smile = await worlds.startSmile();
		const { event, id } = await asked(smile);
		smile.faults.next({ kind: 'status', status, path: `/${stage}/socialSecurities` });

		const items = await dataOf(smile, event);

		expect(items.map(({ record }) => (record as IDataObject | null)?.id)).toEqual([id]);
	});

	it.each([
		['alpha', 'UNAUTHORIZED_ACCESS'],
		['alpha', 'MISSING_RESOURCE'],
		['beta', 'UNAUTHORIZED_ACCESS'],
		['beta', 'MISSING_RESOURCE'],
	] as const)('is read by a tenant to whom %s is closed: %s', async (stage, closedAnswer) => {
		const smile = await worlds.startSmile();
		Object.assign(smile.switches, { closedStages: [stage], closedAnswer });
		const { event, id } = await asked(smile);

		const items = await dataOf(smile, event);

		expect(items.map(({ record }) => (record as IDataObject | null)?.id)).toEqual([id]);
	});

	it('is not called gone where one of the two places could not be looked at', async () => {
		const smile = await worlds.startSmile();
		const { event } = await asked(smile);
		for (const [stage, status] of [
			['alpha', 404],
			['beta', 403],
		] as const) {
			smile.faults.next({ kind: 'status', status, path: `/${stage}/socialSecurities` });
		}

		const items = await dataOf(smile, event);

		expect(items.map(({ record, gone }) => [record, gone])).toEqual([[null, false]]);
	});
});

describe('records of a range', () => {
	const origin = {
		sourceId: 'a-1',
		sourceType: 'ACCOUNT' as const,
		userId: 'u',
		providerId: 'p',
		createdAt: '2026-03-01T00:00:00Z',
		itemCreatedAt: '2026-03-01T00:00:00Z',
	};
	const updated = (type: string) =>
		eventOf({
			type,
			data: {
				accountId: 'a-1',
				count: 2,
				updatedFrom: '2026-01-31T23:59:59Z',
				updatedTo: '2026-02-28T00:00:00Z',
			},
		});
	const idsOf = (items: IDataObject[]) =>
		items.map(({ record }) => (record as IDataObject | null)?.id);

	it.each([true, false])(
		'are those from its first day to its last, where Smile leaves out the last: %s',
		async (endsExcluded) => {
			const smile = await worlds.startSmile();
			smile.data.answers.endsExcluded = endsExcluded;
			const days = ['2026-01-30', '2026-01-31', '2026-02-14', '2026-02-28', '2026-03-01'];
			for (const date of days) {
				smile.data.add('contributions', { id: date, date, metadata: origin });
				smile.data.add('incomes', { id: date, startDate: date, endDate: date, metadata: origin });
			}
			for (const month of ['2025-12', '2026-01', '2026-02', '2026-03']) {
				smile.data.add('eincomes', { id: month, month, metadata: origin });
			}

			const wanted = ['2026-01-31', '2026-02-14', '2026-02-28'];
			expect(idsOf(await dataOf(smile, updated('CONTRIBUTIONS_UPDATED')))).toEqual(wanted);
			expect(idsOf(await dataOf(smile, updated('INCOMES_UPDATED')))).toEqual(wanted);
			expect(idsOf(await dataOf(smile, updated('EINCOMES_UPDATED')))).toEqual([
				'2026-01',
				'2026-02',
			]);
		},
	);

	it('are also those that only begin or end in it, or do not say when they were', async () => {
		const smile = await worlds.startSmile();
		const add = (id: string, startDate: string | null, endDate: string | null) =>
			smile.data.add('incomes', { id, startDate, endDate, metadata: origin });
		add('around', '2026-01-30', '2026-03-01');
		add('before', '2026-01-30', '2026-01-30');
		add('after', '2026-03-01', '2026-03-01');
		add('begins', '2026-02-28', null);

		expect(idsOf(await dataOf(smile, updated('INCOMES_UPDATED')))).toEqual(['around', 'begins']);
	});

	it('are all records of the account where none of them is in it', async () => {
		const smile = await worlds.startSmile();
		smile.data.add('contributions', { id: 'con-1', date: '2026-03-01', metadata: origin });

		expect(idsOf(await dataOf(smile, updated('CONTRIBUTIONS_UPDATED')))).toEqual(['con-1']);
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

/** Smile answers the payload of an account with this. */
const payloadFault = (accountId: string, data: IDataObject) => ({
	kind: 'otherEnvelope' as const,
	path: `/accounts/${accountId}/payload`,
	body: { code: 'OK', message: 'Success', requestId: 'r', data },
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

	it.each(['null', 'absent', 'emptyObject', 'emptyPage', 'nullItems'] as const)(
		'of a session are no more than there are where Smile says "none" as %s',
		async (noneOfKind) => {
			const smile = await worlds.startSmile();
			smile.data.answers.noneOfKind = noneOfKind;
			const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
			for (const kind of ['identities', 'incomes', 'links', 'insights'] as const) {
				smile.data.keep(kind, () => false);
			}
			const event = { type: 'USER_SESSION_COMPLETED', data: { session: { userId } } };

			const items = await dataOf(smile, eventOf(event));

			expect(items).toEqual(
				heldBehind(smile.data, event).map((held) => ({
					eventId: 'et-USER_SESSION_COMPLETED',
					eventType: 'USER_SESSION_COMPLETED',
					...held,
				})),
			);
			expect(smile.data.of('ratings', accountId)).toHaveLength(1);
		},
	);

	it('of which a payload holds a page are read whole from their list', async () => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		const held = smile.data.of('incomes', accountId);
		const incomes = { nextCursor: '2', items: held.slice(0, 2) };
		smile.faults.next(payloadFault(accountId, { metadata: { sourceId: accountId }, incomes }));

		const items = await dataOf(
			smile,
			eventOf({ type: 'ACCOUNT_CONNECTED', data: { accountId, userId } }),
		);

		const found = items.filter(({ datapoint }) => datapoint === 'incomes');
		expect(found.map(({ record }) => record)).toEqual(held);
		expect(found.every(({ sourceId }) => sourceId === accountId)).toBe(true);
	});

	it.each([
		['answers 404', 404, 'holds no more in its list'],
		['is refused', 403, 'the rest of the transactions'],
	])('in hand are given when their list %s, and the rest is named', async (_how, status, said) => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.transactions(320, accountId);
		smile.faults.next({ kind: 'status', status, path: '/transactions' });

		const items = await dataOf(
			smile,
			eventOf({ type: 'ACCOUNT_CONNECTED', data: { accountId, userId } }),
		);

		const found = items.filter(({ datapoint }) => datapoint === 'transactions');
		expect(found).toHaveLength(301);
		expect(found.at(-1)).toMatchObject({
			record: null,
			gone: false,
			sourceId: accountId,
			reason: expect.stringContaining(said),
		});
	});

	it('in hand and in the pages that could be read are given once each', async () => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.transactions(600, accountId);
		for (let pages = 0; pages < 3; pages += 1) {
			smile.faults.next({ kind: 'slow', ms: 0, path: '/transactions' });
		}
		smile.faults.next({ kind: 'status', status: 400, path: '/transactions' });

		const items = await dataOf(
			smile,
			eventOf({ type: 'ACCOUNT_CONNECTED', data: { accountId, userId } }),
		);

		const found = items.filter(({ datapoint }) => datapoint === 'transactions');
		const ids = found.map(({ record }) => (record as IDataObject | null)?.id);
		expect(new Set(ids).size).toBe(found.length);
		expect(found).toHaveLength(451);
	});

	it('of a kind that this release does not know are given, and the rest is named', async () => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		const shifts = { nextCursor: 'more', items: [{ id: 'shift-1' }] };
		smile.faults.next(payloadFault(accountId, { shifts }));

		const items = await dataOf(
			smile,
			eventOf({ type: 'ACCOUNT_CONNECTED', data: { accountId, userId } }),
		);

		const found = items.filter(({ datapoint }) => datapoint === 'shifts');
		expect(found.map(({ record, reason }) => [record, reason])).toEqual([
			[{ id: 'shift-1' }, undefined],
			[null, expect.stringContaining('does not know where Smile lists them')],
		]);
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
