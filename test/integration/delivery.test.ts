import { catalogue } from '../../nodes/Smile/events/catalogue';
import type { SmileEventType } from '../../nodes/Smile/events/event';
import { sampleEvent } from '../../nodes/Smile/events/sample';
import vectors from '../fixtures/vectors.json';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { waitFor } from '../support/waitFor';
import { itemsOf, Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const accepted = JSON.stringify({ status: 'accepted' });
const rejected = (reason: string) => JSON.stringify({ status: 'rejected', reason });

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

describe('a delivery that is not from Smile', () => {
	const genuine = vectors[0].signature;
	it.each([
		['without a signature', { signature: null }],
		['with another body than the signed one', { alter: (body: Buffer) => `${body}\n` }],
		['with the signature of another body', { signature: genuine }],
		['with a signature in upper case', { signature: genuine.toUpperCase() }],
		['with half a signature', { signature: genuine.slice(0, 64) }],
		['with a signature that is no hex', { signature: 'z'.repeat(128) }],
		['with two signature headers', { signature: [genuine, genuine] }],
		['signed with another secret', { secret: 'dummy-forged' }],
	])('%s is refused', async (_name, how) => {
		const { smile, trigger } = await worlds.publish();

		const answer = await smile.deliver('INCOMES_ADDED', { retry: false, ...how });

		expect(answer).toMatchObject({ status: 401, body: rejected('signature') });
		expect(trigger.executions).toEqual([]);
		expect(trigger.failedExecutions).toEqual([]);
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('rejected') }),
		);
	});

	it('is refused when the credential has no secret', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.change({ webhookSecret: '', previousWebhookSecret: '' });

		const answer = await smile.deliver('INCOMES_ADDED', { retry: false, secret: 'dummy' });

		expect(answer).toMatchObject({ status: 401, body: rejected('signature') });
	});

	it('may sign with the empty secret in vain', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.change({ webhookSecret: '' });

		const answer = await smile.deliver('INCOMES_ADDED', { retry: false, secret: '' });

		expect(answer.status).toBe(401);
	});

	it('cannot write into the log', async () => {
		const { smile, trigger } = await worlds.publish();

		await smile.deliver(
			{ id: 'et-forged-id', type: 'FORGED_TYPE' },
			{ retry: false, secret: 'dummy-forged' },
		);

		expect(JSON.stringify(trigger.logs)).not.toMatch(/et-forged-id|FORGED_TYPE|dummy/);
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

describe('the address of the caller', () => {
	it('does not matter unless somebody asks for it', async () => {
		const { smile } = await worlds.publish();

		expect((await smile.deliver('USER_CREATED')).status).toBe(200);
	});

	it('is refused before the signature is looked at', async () => {
		const { smile, trigger } = await worlds.publish({ options: { smileIpOnly: true } });
		const readsBefore = trigger.credentials.reads;

		const answer = await smile.deliver('USER_CREATED', { retry: false });

		expect(answer).toMatchObject({ status: 403, body: rejected('address') });
		expect(trigger.credentials.reads).toBe(readsBefore);
		expect(trigger.executions).toEqual([]);
	});

	it('is taken from the proxy only when n8n trusts one', async () => {
		const options = { smileIpOnly: true };
		const headers = { 'X-Forwarded-For': '18.142.61.230' };
		const behind = await worlds.publish({ options, proxyHops: 1 });
		const direct = await worlds.publish({ options });

		expect((await behind.smile.deliver('USER_CREATED', { headers })).status).toBe(200);
		expect((await direct.smile.deliver('USER_CREATED', { headers, retry: false })).status).toBe(
			403,
		);
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

describe('the credential', () => {
	it('is read once for many deliveries', async () => {
		const { smile, trigger } = await worlds.publish();
		const before = trigger.credentials.reads;

		for (let id = 0; id < 10; id += 1) await smile.deliver({ id: `et-${id}`, type: 'T' });

		expect(trigger.executions).toHaveLength(10);
		expect(trigger.credentials.reads - before).toBe(1);
	});

	it('that cannot be read makes Smile send again', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.failNextReads(1);

		const answer = await smile.deliver('INCOMES_ADDED');

		expect(answer.attempts.map(({ status }) => status)).toEqual([503, 200]);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.failedExecutions).toEqual([]);
	});

	it('that was deleted makes Smile send again', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.remove();

		const answer = await smile.deliver('INCOMES_ADDED');

		expect(answer.attempts.map(({ status }) => status)).toEqual([503, 503, 503]);
		expect(trigger.failedExecutions).toEqual([]);
	});

	it('accepts the previous secret while the secret is being changed', async () => {
		const { smile, trigger } = await worlds.publish();
		await smile.deliver({ id: 'et-1', type: 'T' });
		trigger.credentials.change({
			webhookSecret: 'dummy-new',
			previousWebhookSecret: sampleWebhookSecret,
		});

		const old = await smile.deliver({ id: 'et-2', type: 'T' });
		const renewed = await smile.deliver({ id: 'et-3', type: 'T' }, { secret: 'dummy-new' });

		expect([old.status, renewed.status]).toEqual([200, 200]);
		expect(trigger.executions).toHaveLength(3);
	});

	it('is read at most once a second for a flood of forgeries', async () => {
		const { smile, trigger } = await worlds.publish();
		await smile.deliver('USER_CREATED');
		const before = trigger.credentials.reads;
		const startedAt = Date.now();

		for (let id = 0; id < 200; id += 1) {
			await smile.deliver({ id: `et-${id}`, type: 'T' }, { retry: false, secret: 'dummy-forged' });
		}

		const seconds = Math.ceil((Date.now() - startedAt) / 1000);
		expect(trigger.credentials.reads - before).toBeLessThanOrEqual(seconds);
		expect(trigger.logs.filter(({ message }) => message.includes('rejected'))).toHaveLength(1);
	});

	it('is not read for what carries no signature', async () => {
		const { smile, trigger } = await worlds.publish();
		const before = trigger.credentials.reads;

		const none = await smile.deliver('USER_CREATED', { retry: false, signature: null });
		const malformed = await smile.deliver('USER_CREATED', { retry: false, signature: 'sha512=0' });

		expect([none.status, malformed.status]).toEqual([401, 401]);
		expect(trigger.credentials.reads).toBe(before);
	});

	it('that cannot be read costs a flood of forgeries one read a second', async () => {
		const { smile, trigger } = await worlds.publish();
		const before = trigger.credentials.reads;
		trigger.credentials.failNextReads(1_000);
		const startedAt = Date.now();

		const statuses = await Promise.all(
			Array.from({ length: 200 }, async (_, id) => {
				const event = { id: `et-${id}`, type: 'T' };
				return (await smile.deliver(event, { retry: false, secret: 'dummy-forged' })).status;
			}),
		);

		const seconds = Math.ceil((Date.now() - startedAt) / 1000);
		expect(new Set(statuses)).toEqual(new Set([503]));
		expect(trigger.credentials.reads - before).toBeLessThanOrEqual(seconds + 1);
		expect(trigger.failedExecutions).toEqual([]);
	});

	it('is read again for a genuine delivery of which a forger has used up the read', async () => {
		const { smile, trigger } = await worlds.publish();
		await smile.deliver({ id: 'et-1', type: 'T' });
		const forged = { retry: false, secret: 'dummy-forged' };
		await smile.deliver({ id: 'et-2', type: 'T' }, forged);
		const before = trigger.credentials.reads;

		trigger.credentials.change({ webhookSecret: 'dummy-new' });
		const genuine = await smile.deliver(
			{ id: 'et-3', type: 'T' },
			{ retry: false, secret: 'dummy-new' },
		);

		expect(genuine.status).toBe(200);
		expect(trigger.credentials.reads - before).toBe(1);
	});
});
