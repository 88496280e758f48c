import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import vectors from '../fixtures/vectors.json';
import { runAction } from '../support/contexts/runAction';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { byId } from '../support/picked';
import { itemsOf, Worlds } from '../support/world';
import { thrownBy } from '../support/thrownBy';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const event = (operation: string, fields: INodeParameters = {}): INodeParameters => ({
	resource: 'event',
	operation,
	...fields,
});
const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

const byUrl = (value: string) => ({ __rl: true, mode: 'url', value });
const sendTest = (webhookId: INodeParameters, fields: INodeParameters = {}) =>
	event('sendTest', { webhookId, eventType: 'INCOMES_ADDED', ...fields });

describe('a test event', () => {
	it('starts an execution of a published trigger, each time anew', async () => {
		const { smile, trigger } = await worlds.publish();

		const results = jsonOf(
			await runAction({
				smile,
				items: [{ json: {} }, { json: {} }],
				parameters: sendTest(byUrl(trigger.localUrl)),
			}),
		);

		expect(results[0]).toEqual({
			status: 200,
			answer: { status: 'accepted' },
			durationMs: expect.any(Number),
			eventId: expect.stringMatching(/^et-test-[0-9a-f]{32}$/),
			eventType: 'INCOMES_ADDED',
			url: trigger.localUrl,
		});
		expect(itemsOf(trigger).map(([item]) => item?.id)).toEqual(
			results.map(({ eventId }) => eventId),
		);
		expect(results[0]?.eventId).not.toBe(results[1]?.eventId);
	});

	it('of every type is accepted', async () => {
		const { smile, trigger } = await worlds.publish();
		const types = Object.keys(catalogue);

		const results = jsonOf(
			await runAction({
				smile,
				items: types.map((type) => ({ json: { type } })),
				parameters: sendTest(byUrl(trigger.localUrl), { eventType: '={{ $json.type }}' }),
			}),
		);

		expect(results.map(({ status, eventType }) => [status, eventType])).toEqual(
			types.map((type) => [200, type]),
		);
		expect(itemsOf(trigger)).toHaveLength(37);
	});

	it('carries the id and the data that were entered', async () => {
		const { smile, trigger } = await worlds.publish();
		const options = { eventId: 'et-test-1', data: '{"count": 41, "note": "Niño 李 😀"}' };

		const items = [{ json: {} }, { json: {} }];
		const results = jsonOf(
			await runAction({ smile, items, parameters: sendTest(byUrl(trigger.localUrl), { options }) }),
		);

		expect(itemsOf(trigger)).toEqual([
			[
				expect.objectContaining({
					id: 'et-test-1',
					data: expect.objectContaining({ count: 41, note: 'Niño 李 😀' }),
				}),
			],
		]);
		expect(results[1]?.answer).toEqual({ status: 'ignored', reason: 'duplicate' });
	});

	it.each([
		[{ secret: 'dummy-other' }, 'another secret'],
		[{ active: false }, 'inactive'],
		[{ eventTypes: ['USER_CREATED'] }, 'does not ask for INCOMES_ADDED'],
		[{}, undefined],
	])('to a webhook with %j hints at %s', async (fields, said) => {
		const { smile, trigger } = await worlds.publish();
		const hook = smile.webhooks.add({
			url: trigger.localUrl,
			secret: sampleWebhookSecret,
			...fields,
		});

		const [result] = jsonOf(await runAction({ smile, parameters: sendTest(byId(hook.id)) }));

		expect(result?.status).toBe(200);
		expect(result?.hint).toEqual(said === undefined ? undefined : expect.stringContaining(said));
		expect(JSON.stringify(result)).not.toContain('dummy');
	});

	it('has a payload only for a webhook that asked for it', async () => {
		const { smile, trigger } = await worlds.publish();
		const { url, secret } = { url: trigger.localUrl, secret: sampleWebhookSecret };
		const bare = smile.webhooks.add({ url, secret });
		const full = smile.webhooks.add({ url, secret, includePayload: true });

		for (const { id } of [bare, full]) {
			await runAction({ smile, parameters: sendTest(byId(id), { eventType: 'TASK_FINISHED' }) });
		}

		const payloads = itemsOf(trigger).map(([item]) => (item?.data as IDataObject).payload);
		expect(payloads).toEqual([undefined, expect.any(Object)]);
	});

	it('that is refused is a result with the answer', async () => {
		const { smile, trigger } = await worlds.publish();

		const [result] = jsonOf(
			await runAction({
				smile,
				credential: { webhookSecret: 'dummy-wrong' },
				parameters: sendTest(byUrl(trigger.localUrl)),
			}),
		);

		expect(result).toMatchObject({
			status: 401,
			answer: { status: 'rejected', reason: 'signature' },
		});
	});

	it.each([
		[byUrl('http://receiver.example.test/x'), {}, 'must start with https://'],
		[byUrl(''), {}, 'The field Webhook holds nothing'],
		[byId('unknown'), {}, 'get the webhook unknown'],
		[byUrl('http://127.0.0.1:1/x'), {}, 'the connection was refused'],
		[byUrl('https://receiver.example.test'), { eventType: 'ACCOUNT_PAUSED' }, 'no sample'],
		[byUrl('https://receiver.example.test'), { options: { data: '[1' } }, 'holds no JSON object'],
	])('to %j with %j is refused: %s', async (webhookId, fields, said) => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(runAction({ smile, parameters: sendTest(webhookId, fields) }));

		expect(error.message).toContain(said);
		expect(error.description).toBeTruthy();
		expect(JSON.stringify({ ...error, cause: error.cause })).not.toMatch(
			/dummy-webhook|signature/i,
		);
	});
});

describe('verifying a signature', () => {
	const verify = (fields: INodeParameters) => event('verify', fields);
	it.each(vectors)(
		'accepts the $name vector',
		async ({ secret: webhookSecret, body, signature }) => {
			const binary = {
				data: { data: Buffer.from(body).toString('base64'), mimeType: 'application/json' },
			};

			const [text, file] = await Promise.all([
				runAction({ credential: { webhookSecret }, parameters: verify({ body, signature }) }),
				runAction({
					credential: { webhookSecret: 'dummy-new', previousWebhookSecret: webhookSecret },
					items: [{ json: {}, binary }],
					parameters: verify({ bodyFrom: 'binary', signature }),
				}),
			]);

			expect([...jsonOf(text), ...jsonOf(file)]).toEqual([{ valid: true }, { valid: true }]);
		},
	);

	it.each([
		['signature does not match', '0'.repeat(128)],
		['malformed signature header', 'abc'],
		['no signature header', ''],
	])('answers with the reason: %s', async (reason, signature) => {
		const items = await runAction({ parameters: verify({ body: '{}', signature }) });

		expect(jsonOf(items)).toEqual([{ valid: false, reason }]);
	});

	it('says that the credential has no secret', async () => {
		const items = await runAction({
			credential: { webhookSecret: '' },
			parameters: verify({ body: '{}', signature: '0'.repeat(128) }),
		});

		expect(jsonOf(items)).toEqual([{ valid: false, reason: 'no secret in the credential' }]);
	});

	it('asks for the raw body instead of parsed JSON', async () => {
		const error = await thrownBy(
			runAction({
				items: [{ json: { body: { id: 'et-1' } } }],
				parameters: verify({ body: '={{ $json.body }}', signature: 'abc' }),
			}),
		);

		expect(error.message).toBe('The field Raw Body does not hold the text that was received');
	});
});
