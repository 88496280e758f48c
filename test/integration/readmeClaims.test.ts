import type { IDataObject } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

async function dataOf(smile: SimulatedSmile, event: IDataObject): Promise<IDataObject[]> {
	const items = await runAction({
		smile,
		items: [{ json: event }],
		parameters: { resource: 'event', operation: 'getData' },
	});
	return items.map(({ json }) => json);
}

describe('what the documentation says', () => {
	it('of sourceId: Get Data gives it with records out of a payload, others name it themselves', async () => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		const data = { accountId, userId };

		const ofPayload = await dataOf(smile, { id: 'et-1', type: 'ACCOUNT_CONNECTED', data });
		const ofList = await dataOf(smile, { id: 'et-2', type: 'INCOMES_ADDED', data });

		const fromPayload = ofPayload.filter(({ datapoint }) => datapoint === 'incomes');
		expect(fromPayload.length).toBeGreaterThan(0);
		expect(new Set(fromPayload.map(({ sourceId }) => sourceId))).toEqual(new Set([accountId]));
		expect(ofList.length).toBeGreaterThan(0);
		for (const { record, ...around } of ofList) {
			expect(around).not.toHaveProperty('sourceId');
			expect(record).toMatchObject({ metadata: { sourceId: accountId } });
		}
	});

	it('of dates: a filter sends the day that is written in them', async () => {
		const smile = await worlds.startSmile();

		await runAction({
			smile,
			parameters: {
				resource: 'user',
				operation: 'getAll',
				filters: { startDate: '2026-03-04T23:30:00-08:00', endDate: '2026-03-05T00:30:00+08:00' },
			},
		});

		const [{ query }] = smile.journal.of('GET', '/users');
		expect(query).toMatchObject({ startDate: '2026-03-04', endDate: '2026-03-05' });
	});

	it('of Send Test: the other server gets no key', async () => {
		const smile = await worlds.startSmile();
		const receiver = await worlds.startSmile();

		await runAction({
			smile,
			parameters: {
				resource: 'event',
				operation: 'sendTest',
				webhookId: { __rl: true, mode: 'url', value: `${receiver.baseUrl}/hook` },
				eventType: 'INCOMES_ADDED',
			},
		});

		const [{ authorised, headers }] = receiver.journal.of('POST', '/hook');
		expect(authorised).toBe(false);
		expect(Object.keys(headers)).toContain('smile-signature');
		expect(smile.journal.entries).toEqual([]);
	});
});
