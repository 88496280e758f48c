import { startReceiver, type Receiver } from '../support/smile/receiver';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

const secret = 'dummy secret';
const url = 'https://n8n.example.test/webhook/1';
let smile: SimulatedSmile;
let receiver: Receiver;

beforeEach(async () => {
	smile = await startSmile();
	receiver = await startReceiver();
	smile.mapHost('https://n8n.example.test', receiver.origin);
});
afterEach(async () => {
	await smile.close();
	await receiver.close();
});

describe('an event of the simulated Smile', () => {
	it('goes to every active webhook that asked for its type', async () => {
		const [all, one] = [['ALL_EVENTS'], ['ACCOUNT_CONNECTED']].map((eventTypes) =>
			smile.webhooks.add({ url, secret, eventTypes }),
		);
		smile.webhooks.add({ url, secret, active: false });
		smile.webhooks.add({ url, secret, eventTypes: ['USER_CREATED'] });

		const body = '{"id":"et-1","type":"ACCOUNT_CONNECTED","data":{"amount":1375.00}}';
		const emitted = await smile.emit(Buffer.from(body));

		expect(emitted.map(({ webhook }) => webhook.id)).toEqual([all?.id, one?.id]);
		expect(receiver.received.map((got) => String(got.body))).toEqual([body, body]);
	});

	it('carries a payload to webhooks that asked for it, with amounts as Smile writes them', async () => {
		smile.webhooks.add({ url, secret, includePayload: true });
		smile.webhooks.add({ url, secret });
		const payload = { incomes: { nextCursor: null, items: [{ amount: 1375 }] } };

		const [full, bare] = await smile.emit({
			id: 'et-1',
			type: 'TASK_FINISHED',
			data: { userId: 'acme-1', payload },
		});

		expect(full?.sent).toContain(
			'"payload":{"incomes":{"nextCursor":null,"items":[{"amount":1375.0}]}}',
		);
		expect(bare?.sent).toBe('{"id":"et-1","type":"TASK_FINISHED","data":{"userId":"acme-1"}}');
	});

	it('is a new event each time when only its type is given', async () => {
		smile.webhooks.add({ url, secret });
		const overrides = { data: { accountId: 'a-1' } };

		const [first] = await smile.emit('ACCOUNT_CONNECTED', { overrides });
		const second = await smile.deliver('ACCOUNT_CONNECTED');

		const events = [first, second].map((sent) => JSON.parse(sent?.sent ?? '{}'));
		expect(events).toMatchObject([
			{ type: 'ACCOUNT_CONNECTED', version: 1, data: { accountId: 'a-1' } },
			{ type: 'ACCOUNT_CONNECTED' },
		]);
		expect(Object.keys(events[0].data)).toEqual(Object.keys(events[1].data));
		expect(events[0].id).not.toBe(events[1].id);
	});
});
