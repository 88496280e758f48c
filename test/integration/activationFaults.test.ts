import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const posts = ({ journal }: SimulatedSmile) => journal.of('POST', '/webhooks');

describe('a fault at Smile', () => {
	it.each([429, 500, 503, 504])('%d is waited out', async (status) => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status });
		smile.faults.next({ kind: 'status', status, method: 'POST' });

		const trigger = await worlds.publishAt(smile);

		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
	});

	it.each(['answerLost', 'truncated'] as const)(
		'%s after the webhook was made leads to no second one',
		async (kind) => {
			const smile = await worlds.startSmile();
			smile.faults.next({ kind, method: 'POST' });

			const trigger = await worlds.publishAt(smile);

			expect(posts(smile)).toHaveLength(1);
			expect(smile.webhooks.all).toHaveLength(1);
			expect(trigger.staticData().webhookId).toBe(smile.webhooks.all[0]?.id);
		},
	);

	it.each(['html', 'empty', 'otherEnvelope'] as const)(
		'%s after the webhook was made leads to no second one',
		async (kind) => {
			const smile = await worlds.startSmile();
			smile.faults.next({ kind, method: 'POST', afterWork: true });

			await worlds.publishAt(smile);

			expect(smile.webhooks.all).toHaveLength(1);
		},
	);

	it('before the webhook was made leads to another try', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'cut', method: 'POST' });

		await worlds.publishAt(smile);

		expect(posts(smile)).toHaveLength(2);
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it('that does not pass fails with the code, the text and the request id in the message', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({
			kind: 'status',
			status: 400,
			code: 'INVALID_PARAMETERS',
			message: 'Nothing is right',
			method: 'POST',
		});
		const trigger = await worlds.publishAt(smile, { activate: false });

		await expect(trigger.activate()).rejects.toThrow(
			/INVALID_PARAMETERS: Nothing is right, request [0-9a-f-]{36}/,
		);
	});

	it('is retried a few times only', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 503, times: Infinity });
		const trigger = await worlds.publishAt(smile, { activate: false });

		await expect(trigger.checkExists()).rejects.toThrow('SERVER_UNAVAILABLE');

		expect(smile.journal.entries).toHaveLength(5);
	});

	it.each(['html', 'empty', 'otherEnvelope'] as const)(
		'%s instead of the list fails and says where to look',
		async (kind) => {
			const smile = await worlds.startSmile();
			smile.faults.next({ kind, status: 200, times: Infinity });
			const trigger = await worlds.publishAt(smile, { activate: false });

			await expect(trigger.checkExists()).rejects.toThrow('did not come from the Smile API');
		},
	);

	it('while an outdated webhook is deleted does not stop the new one', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.change({ webhookSecret: 'dummy-new' });
		smile.faults.next({ kind: 'status', status: 400, method: 'DELETE' });

		await trigger.activate();

		expect(smile.webhooks.all.map(({ secret }) => secret)).toContain('dummy-new');
		expect(trigger.logs.some(({ message }) => message.includes('may be left'))).toBe(true);
	});

	it('during deactivation is told to n8n, which tries again', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.faults.next({ kind: 'status', status: 400, method: 'DELETE' });

		await expect(trigger.remove()).rejects.toThrow('Could not delete the webhook');
		await trigger.deactivate();

		expect(smile.webhooks.all).toEqual([]);
	});

	it('of publishing is not hidden by the clean-up after it', async () => {
		const smile = await worlds.startSmile();
		const trigger = await worlds.publishAt(smile, {
			activate: false,
			credential: { apiSecret: 'dummy-wrong' },
		});
		await expect(trigger.checkExists()).rejects.toThrow('refused the API key');

		// n8n 2.41 keeps its own webhook row when delete() throws here, and registers nothing ever after.
		expect(await trigger.remove()).toBe(false);
		expect(trigger.logs.some(({ message }) => message.includes('may be left'))).toBe(true);
		trigger.credentials.change({ apiSecret: smile.apiSecret });
		await trigger.activate();
		await trigger.deactivate();
		expect(smile.webhooks.all).toEqual([]);
	});

	it('in the form of silence ends after a while', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'hang' });

		const trigger = await worlds.publishAt(smile);

		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
	});
});

describe('an error of publishing', () => {
	it('holds neither the key nor a secret', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'cut', times: Infinity });
		const credential = { apiSecret: 'dummy-api-secret', webhookSecret: 'dummy-webhook-secret' };
		const trigger = await worlds.publishAt(smile, { activate: false, credential });

		const error = await trigger.checkExists().then(
			() => undefined,
			(thrown: Error) => thrown,
		);

		const all = JSON.stringify({ ...error, message: error?.message, cause: error?.cause });
		expect(all).toContain('could not be reached');
		expect(all).not.toMatch(/dummy-|Basic |authorization/i);
	});
});
