import type { IHookFunctions } from 'n8n-workflow';

import { clientOf, lastingClientOf, type SmileClient } from '../../nodes/Smile/api/client';
import { requestSmile } from '../../nodes/Smile/api/request';
import { ProbeTrigger } from '../support/contexts/probeTrigger';
import { runAction } from '../support/contexts/runAction';
import { sampleCredential, storeWith } from '../support/contexts/sampleCredential';
import { testCredential } from '../support/contexts/testCredential';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const secrets = /dummy-|example-|Basic /;

describe('the test of a credential', () => {
	it('passes with the right key, after one look at the webhooks', async () => {
		const smile = await worlds.startSmile();

		const result = await testCredential(sampleCredential(smile));

		expect(result.status).toBe('OK');
		expect(smile.journal.entries).toEqual([
			expect.objectContaining({ method: 'GET', path: '/webhooks', query: { size: '1' } }),
		]);
	});

	it.each(['INVALID_CREDENTIALS', 'INVALID_TOKEN', 'UNAUTHORIZED_ACCESS'] as const)(
		'tells of a wrong key answered with %s, and the environment that was asked',
		async (wrongKeyAnswer) => {
			const smile = await worlds.startSmile({ wrongKeyAnswer });

			const result = await testCredential(sampleCredential(smile, { apiKey: 'dummy-wrong' }));

			expect(result.status).toBe('Error');
			expect(result.message).toContain('refused the API key in the Custom environment');
			expect(result.message).toContain(wrongKeyAnswer);
			expect(result.message).not.toMatch(secrets);
		},
	);

	it('tells of a key that belongs to the other environment', async () => {
		const smile = await worlds.startSmile();

		const result = await testCredential(sampleCredential(smile, { ...smile.otherKeys }));

		expect(result.message).toContain('works in one environment only');
	});

	it('tells of a host that cannot be reached', async () => {
		const smile = await worlds.startSmile();
		const credential = sampleCredential(smile);
		await smile.close();

		const result = await testCredential(credential);

		expect(result.status).toBe('Error');
		expect(result.message).toContain('could not be reached');
		expect(result.message).toContain('refused');
		expect(result.message).not.toMatch(secrets);
	});

	it.each([
		[{ kind: 'html', status: 200 }, 'did not come from the Smile API'],
		[{ kind: 'html', status: 403 }, 'did not come from the Smile API but from something in'],
		[{ kind: 'html', status: 404 }, 'with its version path such as /v1'],
		[{ kind: 'html', status: 407 }, 'proxy between n8n and Smile wants a login'],
		[{ kind: 'html', status: 502 }, 'a gateway answered in its place'],
		[{ kind: 'empty' }, 'did not come from the Smile API'],
		[{ kind: 'otherEnvelope' }, 'did not come from the Smile API'],
		[{ kind: 'otherEnvelope', body: { code: 'OK', data: {} } }, 'it is no list'],
		[{ kind: 'status', status: 404 }, 'with its version path such as /v1'],
		[{ kind: 'status', status: 429 }, 'too many requests'],
		[{ kind: 'status', status: 503 }, 'cannot handle requests right now'],
		[{ kind: 'cut' }, 'could not be reached'],
	] as const)('makes sense of the fault %j', async (fault, said) => {
		const smile = await worlds.startSmile();
		smile.faults.next(fault);

		const result = await testCredential(sampleCredential(smile));

		expect(result.status).toBe('Error');
		expect(result.message).toContain(said);
	});

	it.each([
		['', 'is empty'],
		['smile', 'is not a URL'],
		['http://smile.example.test/v1', 'https://'],
	])('refuses the address %j before it sends a key there', async (baseUrl, said) => {
		const result = await testCredential(
			sampleCredential(undefined, { environment: 'custom', baseUrl }),
		);

		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(said) });
	});

	it.each([
		[{ webhookSecret: '' }, 'The Webhook Secret of the Smile API credential is empty'],
		[{ webhookSecret: 'x'.repeat(65) }, 'has 65. Shorten it there'],
		[{ webhookSecret: 'dummy-secret\n' }, 'The Webhook Secret of the Smile API credential begins'],
		[{ apiKey: ' dummy-key' }, 'The API Key of the Smile API credential begins or ends with a'],
		[{ apiSecret: 'dummy-secret ' }, 'The API Secret of the Smile API credential begins or ends'],
	])('tells of what is wrong with %j before it asks Smile', async (changes, said) => {
		const smile = await worlds.startSmile();

		const result = await testCredential(sampleCredential(smile, changes));

		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(said) });
		expect(result.message).not.toMatch(/dummy|xxx/);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each([1, 64])('passes with a webhook secret of %i characters', async (length) => {
		const smile = await worlds.startSmile();

		const result = await testCredential(
			sampleCredential(smile, { webhookSecret: 'x'.repeat(length) }),
		);

		expect(result.status).toBe('OK');
	});

	it('tolerates a slash at the end of the address', async () => {
		const smile = await worlds.startSmile();

		const result = await testCredential(sampleCredential(smile, { baseUrl: `${smile.baseUrl}/` }));

		expect(result.status).toBe('OK');
	});
});

describe('a key or address by expression', () => {
	const items = (...all: Array<Record<string, string>>) => all.map((json) => ({ json }));

	it('is that of its own item', async () => {
		const one = await worlds.startSmile();
		const other = await worlds.startSmile({
			apiKey: 'dummy-other-key',
			apiSecret: 'dummy-other-secret',
		});
		const [first] = one.data.people(1);
		const [, second] = other.data.people(2);
		const ofItem = ({ baseUrl, apiKey, apiSecret }: SimulatedSmile, userId: string) => ({
			baseUrl,
			apiKey,
			apiSecret,
			userId,
		});

		const output = await runAction({
			credential: sampleCredential(one, {
				baseUrl: '={{ $json.baseUrl }}',
				apiKey: '={{ $json.apiKey }}',
				apiSecret: '={{ $json.apiSecret }}',
			}),
			items: items(ofItem(one, first.userId), ofItem(other, second.userId)),
			parameters: {
				resource: 'user',
				operation: 'get',
				userId: { __rl: true, mode: 'id', value: '={{ $json.userId }}' },
			},
		});

		expect(output.map(({ json }) => json.id)).toEqual([first.userId, second.userId]);
		expect([...one.journal.entries, ...other.journal.entries]).toEqual([
			expect.objectContaining({ path: `/users/${first.userId}`, authorised: true }),
			expect.objectContaining({ path: `/users/${second.userId}`, authorised: true }),
		]);
	});

	it('is that of its own item where an operation writes and reads again', async () => {
		const smile = await worlds.startSmile();
		const keys = [smile, smile.otherKeys].map(({ apiKey, apiSecret }) => ({ apiKey, apiSecret }));

		const output = await runAction({
			credential: sampleCredential(smile, {
				apiKey: '={{ $json.apiKey }}',
				apiSecret: '={{ $json.apiSecret }}',
			}),
			items: items(...keys),
			continueOnFail: true,
			parameters: {
				resource: 'webhook',
				operation: 'create',
				name: 'Payroll',
				url: 'https://receiver.example.test/smile',
				events: ['USER_CREATED'],
			},
		});

		expect(output.map(({ json }) => 'error' in json)).toEqual([false, true]);
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it('is read once for each item', async () => {
		const smile = await worlds.startSmile();
		const store = await storeWith(sampleCredential(smile));

		await runAction({
			credential: store,
			items: items({}, {}),
			parameters: { resource: 'event', operation: 'getMissed', start: '2026-01-01T00:00:00Z' },
		});

		expect(store.reads).toBe(2);
	});
});

describe('a client that outlives the call it was made in', () => {
	it('speaks to Smile with the key that was read there, without any help of n8n', async () => {
		const smile = await worlds.startSmile();
		const clients: SmileClient[] = [];
		const probe = new ProbeTrigger();
		Object.assign(probe.webhookMethods.default, {
			async delete(this: IHookFunctions) {
				clients.push(await clientOf(this), await lastingClientOf(this));
				return true;
			},
		});
		const trigger = await worlds.publishAt(smile, { nodeType: probe, typeVersion: 2 });
		await trigger.remove();
		const noIsolate = new Error('No isolate');
		jest.spyOn(trigger.credentials, 'authenticate').mockRejectedValue(noIsolate);
		trigger.credentials.remove();
		smile.webhooks.add();

		const [ordinary, lasting] = await Promise.all(
			clients.map(
				async (client) => await requestSmile(client, { method: 'GET', path: '/webhooks' }),
			),
		);

		expect(ordinary).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
		expect(lasting).toMatchObject({
			ok: true,
			data: { items: [{ id: smile.webhooks.all[0].id }] },
		});
	});
});
