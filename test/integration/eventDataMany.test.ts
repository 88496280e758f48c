import type { IDataObject } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { heldBehind } from '../support/smile/data/held';
import { Worlds } from '../support/world';
import { thrownBy } from '../support/thrownBy';
import { dataOf, eventOf, getData } from '../support/eventDataRuns';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

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

	it('in hand and in the pages before a refused one are given once each', async () => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.transactions(600, accountId);
		smile.faults.next({ kind: 'status', status: 400, path: '/transactions', skip: 3 });

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

describe('new records', () => {
	it('are not told apart by a time that is none', async () => {
		const smile = await worlds.startSmile();
		const event = eventOf({
			type: 'INCOMES_ADDED',
			createdAt: 'Ticked box 5',
			data: { accountId: 'a-1', count: 1 },
		});

		const error = await thrownBy(dataOf(smile, event, { options: { onlyNewRecords: true } }));

		expect(error.message).toBe('Only New Records needs to know when the event was made');
		expect(smile.journal.entries).toEqual([]);
	});
});
