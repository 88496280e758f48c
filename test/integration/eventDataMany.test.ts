import type { IDataObject } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { heldBehind } from '../support/smile/data/held';
import { type ToldEvent } from '../support/smile/data/toldEvents';
import { Worlds } from '../support/world';
import { dataOf, eventOf, getData } from '../support/eventDataRuns';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

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
