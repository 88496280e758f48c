import { catalogue } from '../../nodes/Smile/events/catalogue';
import type { SmileEventType } from '../../nodes/Smile/events/event';
import { sampleEvent } from '../../nodes/Smile/events/sample';
import vectors from '../fixtures/vectors.json';
import { waitFor } from '../support/waitFor';
import { itemsOf, Worlds } from '../support/world';
import { accepted, rejected } from '../support/deliveryAnswers';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('a delivery', () => {
	it.each(Object.keys(catalogue) as SmileEventType[])(
		'of %s arrives as an item equal to what was sent',
		async (type) => {
			const { smile, trigger } = await worlds.publish();

			const answer = await smile.deliver(sampleEvent(type));

			expect(answer).toMatchObject({ status: 200, body: accepted });
			expect(itemsOf(trigger)).toEqual([[sampleEvent(type)]]);
		},
	);

	it.each(vectors.filter(({ body }) => body !== ''))(
		'with the signature of the vector "$name" starts one execution',
		async ({ secret, body, signature }) => {
			const { smile, trigger } = await worlds.publish({ credential: { webhookSecret: secret } });

			const answer = await smile.deliver(Buffer.from(body, 'utf8'), { signature });

			expect(answer).toMatchObject({ status: 200, body: accepted });
			expect(itemsOf(trigger)).toEqual([[JSON.parse(body)]]);
		},
	);

	it('is verified over the bytes as sent, in as many pieces as they come', async () => {
		const { smile, trigger } = await worlds.publish();
		const body =
			'{"id":"et-1","type":"INCOMES_ADDED","data":{"amount":1375.0,"name":"Niño 李 😀"}}';

		const answer = await smile.deliver(Buffer.from(body), { chunks: 40 });

		expect(answer.status).toBe(200);
		expect(itemsOf(trigger)).toEqual([[JSON.parse(body)]]);
	});

	it.each([1, 1.1])('of a type nobody knows yet arrives at typeVersion %s', async (typeVersion) => {
		const { smile, trigger } = await worlds.publish({ typeVersion });
		const event = { id: 'et-1', type: 'ADDED_LATER', data: { surprise: true }, more: [1] };

		expect((await smile.deliver(event)).status).toBe(200);
		expect(itemsOf(trigger)).toEqual([[event]]);
	});

	it('with a field that breaks its schema arrives, and the log names the field alone', async () => {
		const { smile, trigger } = await worlds.publish({ events: ['INCOMES_ADDED'] });
		const event = { ...sampleEvent('INCOMES_ADDED'), data: { count: 'a private value' } };

		expect((await smile.deliver(event)).status).toBe(200);
		expect(itemsOf(trigger)).toEqual([[event]]);
		const line = await waitFor(() =>
			trigger.logs.find(({ message }) => message.includes('INCOMES_ADDED: ')),
		);
		expect(line.message).toContain('data.count');
		expect(JSON.stringify(line)).not.toContain('a private value');
	});

	const contentTypes = [
		null,
		'text/plain',
		'application/octet-stream',
		'application/vnd.smile.event+json',
		'application/json; charset=utf-8',
		'application/x-www-form-urlencoded',
	];
	it.each(contentTypes.flatMap((type) => [1, 1.1].map((version) => [type, version] as const)))(
		'with the content type %s arrives at typeVersion %s',
		async (contentType, typeVersion) => {
			const { smile, trigger } = await worlds.publish({ typeVersion });
			const event = sampleEvent('USER_CREATED');

			expect((await smile.deliver(event, { contentType })).status).toBe(200);
			expect(itemsOf(trigger)).toEqual([[event]]);
		},
	);

	it('that is compressed is verified over its contents', async () => {
		const { smile, trigger } = await worlds.publish();

		expect((await smile.deliver('USER_CREATED', { gzip: true })).status).toBe(200);
		expect(itemsOf(trigger)).toHaveLength(1);
	});

	it('of 10 MB arrives whole', async () => {
		const { smile, trigger } = await worlds.publish();
		const event = { id: 'et-1', type: 'TASK_FINISHED', data: { filler: 'x'.repeat(10_000_000) } };

		expect((await smile.deliver(event)).status).toBe(200);
		expect(trigger.executions[0]?.[0]?.json).toEqual(event);
	});

	it('larger than n8n accepts is refused before it is looked at', async () => {
		const { smile, trigger } = await worlds.publish();
		const event = { id: 'et-1', type: 'TASK_FINISHED', data: { filler: 'x'.repeat(17_000_000) } };

		const answer = await smile.deliver(event, { retry: false });

		expect(answer.status).not.toBe(200);
		expect(trigger.executions).toEqual([]);
	});

	it('larger than n8n accepts is told so when n8n leaves the reading to the node', async () => {
		const { smile, trigger } = await worlds.publish({ typeVersion: 1.1 });
		const body = Buffer.alloc(17_000_000, 'x');

		const answer = await smile.deliver(body, {
			contentType: 'application/octet-stream',
			retry: false,
		});

		expect(answer).toMatchObject({ status: 413, body: rejected('size') });
		expect(trigger.failedExecutions).toEqual([]);
	});
});

describe('a signed delivery that is no event', () => {
	it.each([
		['an empty body', ''],
		['an array', '[]'],
		['no id', '{"type":"INCOMES_ADDED"}'],
		['no type', '{"id":"et-1"}'],
		['an empty id', '{"id":"","type":"INCOMES_ADDED"}'],
	])('with %s is refused', async (_name, body) => {
		const { smile, trigger } = await worlds.publish();

		const answer = await smile.deliver(Buffer.from(body), { retry: false });

		expect(answer).toMatchObject({ status: 400, body: rejected('envelope') });
		expect(trigger.executions).toEqual([]);
	});

	it.each([
		['application/json', 422],
		['application/octet-stream', 400],
	])('with malformed JSON sent as %s is answered %d', async (contentType, status) => {
		const { smile, trigger } = await worlds.publish();

		const answer = await smile.deliver(Buffer.from('{"id":'), { retry: false, contentType });

		expect(answer.status).toBe(status);
		expect(trigger.executions).toEqual([]);
	});
});

describe('the output', () => {
	it('can be simplified', async () => {
		const { smile, trigger } = await worlds.publish({ options: { output: 'simplified' } });

		await smile.deliver('INSIGHT_ADDED', { overrides: { id: 'et-1', data: { id: 'insight-1' } } });

		expect(itemsOf(trigger)[0]).toEqual([
			expect.objectContaining({
				eventId: 'et-1',
				eventType: 'INSIGHT_ADDED',
				category: 'Insights',
				insightId: 'insight-1',
			}),
		]);
	});

	it('can be one item for each record', async () => {
		const { smile, trigger } = await worlds.publish({
			options: { output: 'records', includePayload: true },
		});

		await smile.emit('TASK_FINISHED');

		const [items] = itemsOf(trigger);
		const { payload, userId, sourceId } = sampleEvent('TASK_FINISHED').data;
		expect(items.length).toBeGreaterThan(1);
		expect(items.every((item) => item.userId === userId && item.sourceId === sourceId)).toBe(true);
		expect(items.find(({ datapoint }) => datapoint === 'identity')?.record).toEqual(
			payload?.identity,
		);
	});
});
