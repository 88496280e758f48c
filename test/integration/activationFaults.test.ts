import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { removalClock } from '../support/contexts/removalClock';
import { linesWith } from '../support/logLines';
import { quickPauses } from '../support/quickPauses';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

quickPauses();
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

	it('cut before the webhook was made leads to another try', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'cut', method: 'POST' });

		await worlds.publishAt(smile);

		expect(posts(smile)).toHaveLength(2);
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it('400 fails with the code, the text and the request id in the message', async () => {
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

	it('503 is retried a few times only', async () => {
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

	it('400 while an outdated webhook is deleted does not stop the new one', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.change({ webhookSecret: 'dummy-new' });
		smile.faults.next({ kind: 'status', status: 400, method: 'DELETE' });

		await trigger.activate();

		expect(smile.webhooks.all.map(({ secret }) => secret)).toContain('dummy-new');
		expect(trigger.logs.some(({ message }) => message.includes('may be left'))).toBe(true);
	});

	it('of publishing leaves nothing that would hide it or hinder the next publication', async () => {
		const smile = await worlds.startSmile();
		const trigger = await worlds.publishAt(smile, {
			activate: false,
			credential: { apiSecret: 'dummy-wrong' },
		});
		await expect(trigger.checkExists()).rejects.toThrow('refused the API key');

		// n8n 2.41 keeps its own webhook row when delete() throws here, and registers nothing ever after.
		expect(await trigger.remove()).toBe(true);
		trigger.credentials.change({ apiSecret: smile.apiSecret });
		await trigger.activate();
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it('in the form of silence ends after a while', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'hang' });

		const trigger = await worlds.publishAt(smile);

		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
	});
});

describe('an error of publishing where connections are cut', () => {
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

describe('an activation that fails', () => {
	const busy = { kind: 'status', status: 503, times: 5 } as const;
	const deletions = ({ journal }: SimulatedSmile) =>
		journal.entries.filter(({ method }) => method === 'DELETE');

	it('while n8n starts, since Smile is busy, costs the workflow no webhook', async () => {
		const { smile, trigger } = await worlds.publish();
		const webhooks = smile.webhooks.all;
		smile.faults.next(busy);

		await expect(trigger.activate()).rejects.toThrow('SERVER_UNAVAILABLE');
		// n8n may call delete() twice for one failure.
		await trigger.remove();
		await removalClock.pass(10_000);

		expect(deletions(smile)).toEqual([]);
		expect(linesWith(trigger, 'may be left', webhooks[0].id)).toHaveLength(2);
		await trigger.activate();
		expect(smile.webhooks.all).toEqual(webhooks);
		await trigger.deactivate();
		await removalClock.pass(10_000);
		await waitFor(() => smile.webhooks.all.length === 0);
	});

	it('five times in a row leaves the webhook that was there', async () => {
		const { smile, trigger } = await worlds.publish();
		const webhooks = smile.webhooks.all;
		trigger.change({ events: ['NO_SUCH_EVENT'] });

		await expect(trigger.publish()).rejects.toThrow('INVALID_PARAMETERS');
		await removalClock.pass(10_000);

		expect(smile.webhooks.all).toEqual(webhooks);
	});

	it('after the first of two triggers was registered removes what that has made, and no more', async () => {
		const smile = await worlds.startSmile();
		const workflow = { workflowId: 'wf-1', activate: false };
		const first = await worlds.publishAt(smile, workflow);
		const second = await worlds.publishAt(smile, { ...workflow, events: [] });
		const foreign = smile.webhooks.add();

		// As before n8n 2.40: nothing is stored, and every trigger of the workflow is taken back.
		await first.activate();
		first.loseState();
		await expect(second.checkExists()).rejects.toThrow('Trigger On');
		await first.remove();
		await second.remove();
		await removalClock.pass(10_000);
		await waitFor(() => deletions(smile).length === 1);

		expect(smile.webhooks.all).toEqual([foreign]);
	});

	it('after the first of two triggers has found its webhook leaves that', async () => {
		const smile = await worlds.startSmile();
		const workflow = { workflowId: 'wf-1', activate: false };
		const first = await worlds.publishAt(smile, workflow);
		const second = await worlds.publishAt(smile, { ...workflow, events: [] });
		await first.activate();
		const webhooks = smile.webhooks.all;

		expect(await first.checkExists()).toBe(true);
		await expect(second.checkExists()).rejects.toThrow('Trigger On');
		await first.remove();
		await second.remove();
		await removalClock.pass(10_000);

		expect(smile.webhooks.all).toEqual(webhooks);
		expect(linesWith(first, 'may be left', webhooks[0].id)).toHaveLength(1);
	});

	it('of one trigger does not keep another one of the workflow from being unpublished later', async () => {
		const smile = await worlds.startSmile();
		const workflow = { workflowId: 'wf-1', activate: false };
		const first = await worlds.publishAt(smile, workflow);
		const second = await worlds.publishAt(smile, { ...workflow, events: [] });

		await first.activate();
		await expect(second.publish()).rejects.toThrow('Trigger On');
		await first.deactivate();
		await removalClock.pass(10_000);

		await waitFor(() => smile.webhooks.all.length === 0);
	});
});
