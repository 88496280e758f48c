import type { IDataObject } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** The payload of an account as the node gives it. */
async function payloadOf(smile: SimulatedSmile, accountId: string): Promise<IDataObject> {
	const [{ json }] = await runAction({
		smile,
		parameters: {
			resource: 'account',
			operation: 'get',
			accountId: { __rl: true, mode: 'id', value: accountId },
			options: { includePayload: true },
		},
	});
	return json.payload as IDataObject;
}

describe('the payload of an account', () => {
	it.each([12, 300, 400])('has all of %s transactions', async (count) => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.keep('transactions', () => false);
		smile.data.transactions(count, accountId);

		const { transactions, incomes, notWhole } = await payloadOf(smile, accountId);

		const ids = (transactions as IDataObject[]).map(({ id }) => id);
		expect(ids).toEqual(smile.data.of('transactions', accountId).map(({ id }) => id));
		expect(incomes).toHaveLength(smile.data.of('incomes', accountId).length);
		expect(notWhole).toBeUndefined();
	});

	it('has the whole list where Smile gave a page of it', async () => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		const held = smile.data.of('incomes', accountId);
		smile.faults.next({
			kind: 'otherEnvelope',
			path: `/accounts/${accountId}/payload`,
			body: { code: 'OK', data: { incomes: { nextCursor: '1', items: held.slice(0, 1) } } },
		});

		expect(await payloadOf(smile, accountId)).toEqual({ incomes: held });
	});

	it('is an error where Smile refuses the rest of a list', async () => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.transactions(320, accountId);
		smile.faults.next({ kind: 'status', status: 403, path: '/transactions' });

		await expect(payloadOf(smile, accountId)).rejects.toThrow('Could not get the payload');
	});

	it('names the kinds of which there may be more, but whose lists are a 404', async () => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.transactions(320, accountId);
		smile.faults.next({ kind: 'status', status: 404, path: '/transactions' });

		const { transactions, notWhole } = await payloadOf(smile, accountId);

		expect(transactions).toHaveLength(300);
		expect(notWhole).toEqual(['transactions']);
	});

	it('is null once the account is revoked', async () => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		smile.data.revoke(accountId);

		expect(await payloadOf(smile, accountId)).toBeNull();
	});
});
