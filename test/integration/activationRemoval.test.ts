import { removalClock } from '../support/contexts/removalClock';
import { lapse } from '../support/lapse';
import { linesWith } from '../support/logLines';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const idsAt = ({ webhooks }: SimulatedSmile) => webhooks.all.map(({ id }) => id);
const writes = ({ journal }: SimulatedSmile) =>
	journal.entries.map(({ method }) => method).filter((method) => method !== 'GET');

/** Ten seconds pass, and Smile has been asked to delete so many webhooks. */
async function afterTenSeconds(smile: SimulatedSmile, deletions = 1): Promise<void> {
	const deleted = () => smile.journal.entries.filter(({ method }) => method === 'DELETE');
	const before = deleted().length;
	await removalClock.pass(10_000);
	await waitFor(() => deleted().filter(({ status }) => status).length >= before + deletions);
}

describe('unpublishing', () => {
	it('deletes the webhook ten seconds later, and says both in the log', async () => {
		const { smile, trigger } = await worlds.publish();
		const foreign = smile.webhooks.add();
		const [{ id }] = smile.webhooks.all;

		await trigger.deactivate();
		await removalClock.pass(9_999);
		expect(idsAt(smile)).toEqual([id, foreign.id]);
		expect(linesWith(trigger, 'removal scheduled', id, trigger.url)).toHaveLength(1);

		await removalClock.pass(1);
		await waitFor(() => linesWith(trigger, 'webhook removed', id).length === 1);
		expect(smile.webhooks.all).toEqual([foreign]);
	});

	it('deletes what took the place of its webhook since, as after a rotation', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.webhooks.remove(smile.webhooks.all[0].id);
		smile.webhooks.add({ url: trigger.url, secret: 'dummy-new' });

		await trigger.deactivate();
		await afterTenSeconds(smile);

		expect(smile.webhooks.all).toEqual([]);
	});

	it('deletes no webhook that was made after it', async () => {
		const { smile, trigger } = await worlds.publish();

		await trigger.deactivate();
		const later = smile.webhooks.add({ url: trigger.url });
		await afterTenSeconds(smile);

		expect(smile.webhooks.all).toEqual([later]);
	});

	it('spares a webhook that a copy at the same address has taken over meanwhile', async () => {
		const { smile, trigger } = await worlds.publish({ webhookId: 'shared' });
		const [{ id }] = smile.webhooks.all;

		await trigger.deactivate();
		const copy = await worlds.publishAt(smile, { workflowId: 'copy', webhookId: 'shared' });
		expect(copy.url).toBe(trigger.url);
		await removalClock.pass(10_000);
		await lapse(50);

		expect(idsAt(smile)).toEqual([id]);
	});

	it('waits for a copy whose publication at the same address a slow answer holds up', async () => {
		const { smile, trigger } = await worlds.publish({ webhookId: 'shared' });
		const [{ id }] = smile.webhooks.all;

		await trigger.deactivate();
		smile.faults.next({ kind: 'slow', ms: 150, method: 'GET' });
		const published = worlds.publishAt(smile, { workflowId: 'copy', webhookId: 'shared' });
		await waitFor(() => smile.journal.entries.at(-1)?.status === null);
		await removalClock.pass(10_000);
		await published;
		await lapse(50);

		expect(idsAt(smile)).toEqual([id]);
	});

	it('leaves the webhook, and names it, when n8n has lost its state', async () => {
		const { smile, trigger } = await worlds.publish();
		const [{ id }] = smile.webhooks.all;
		trigger.loseState();

		await trigger.deactivate();
		await removalClock.pass(10_000);

		expect(idsAt(smile)).toEqual([id]);
		expect(linesWith(trigger, 'may be left', id, trigger.url)).toHaveLength(1);
		expect(linesWith(trigger, 'removal scheduled', trigger.url)).toEqual([]);
	});

	it('leaves the webhook with the old address, and names it, when n8n got another one', async () => {
		const { smile, trigger } = await worlds.publish({ publicUrl: 'https://old.example.test/' });
		const [{ id, url }] = smile.webhooks.all;

		trigger.change({ publicUrl: 'https://new.example.test/' });
		await trigger.deactivate();
		await trigger.activate();

		expect(smile.webhooks.withUrl(url)).toHaveLength(1);
		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
		expect(linesWith(trigger, 'may be left', id, url)).toHaveLength(1);
	});

	it('names the webhook of the environment that the credential was for before', async () => {
		const { smile, trigger } = await worlds.publish();
		const [{ id, url }] = smile.webhooks.all;
		const other = await worlds.startSmile({ environment: 'production' });
		const { baseUrl, apiKey, apiSecret } = other;
		trigger.credentials.change({ baseUrl, apiKey, apiSecret });

		await trigger.deactivate();
		await removalClock.pass(10_000);

		expect(idsAt(smile)).toEqual([id]);
		expect(linesWith(trigger, 'may be left', id, url, smile.baseUrl)).toHaveLength(1);
		expect(JSON.stringify(trigger.logs)).not.toContain(smile.apiSecret);
	});

	it('is told to n8n, which tries again, when Smile refuses to list webhooks', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.faults.next({ kind: 'status', status: 400, method: 'GET' });

		await expect(trigger.remove()).rejects.toThrow('Could not read the webhooks');
		await trigger.deactivate();
		await afterTenSeconds(smile);

		expect(smile.webhooks.all).toEqual([]);
	});

	it('is told to n8n when the key is wrong', async () => {
		const { trigger } = await worlds.publish();
		trigger.credentials.change({ apiSecret: 'dummy-wrong' });

		await expect(trigger.remove()).rejects.toThrow('refused the API key');
	});

	it('succeeds when the webhook is gone already', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.webhooks.clear();

		await trigger.deactivate();
		await removalClock.pass(10_000);

		expect(writes(smile)).toEqual(['POST']);
		expect(trigger.staticData()).toEqual({});
	});

	it('names the webhook whose deletion Smile refused after ten seconds', async () => {
		const { smile, trigger } = await worlds.publish();
		const [{ id }] = smile.webhooks.all;
		await trigger.deactivate();
		smile.faults.next({ kind: 'status', status: 400, method: 'DELETE' });

		await afterTenSeconds(smile);

		await waitFor(() => linesWith(trigger, 'may be left', id, 'INVALID_PARAMETERS').length === 1);
	});

	it.each([
		['Smile’s own', { kind: 'status', status: 404 } as const, true],
		['that of a proxy', { kind: 'html', status: 404 } as const, false],
	])(
		'takes a 404, %s, for success only where the webhook is absent',
		async (_name, fault, isGone) => {
			const { smile, trigger } = await worlds.publish();
			const [{ id }] = smile.webhooks.all;
			await trigger.deactivate();
			smile.faults.next({ ...fault, method: 'DELETE' });

			await afterTenSeconds(smile);

			const said = isGone ? 'webhook removed' : 'may be left';
			await waitFor(() => linesWith(trigger, said, id).length === 1);
		},
	);

	it('takes a 404 of a proxy for success where the list no longer has the webhook', async () => {
		const { smile, trigger } = await worlds.publish();
		const [{ id }] = smile.webhooks.all;
		await trigger.deactivate();
		smile.faults.next({ kind: 'html', status: 404, method: 'DELETE', afterWork: true });

		await afterTenSeconds(smile);

		await waitFor(() => linesWith(trigger, 'webhook removed', id).length === 1);
	});

	it('is over when n8n calls delete() once more', async () => {
		const { smile, trigger } = await worlds.publish();

		await trigger.deactivate();
		await trigger.deactivate();
		await afterTenSeconds(smile);

		expect(smile.webhooks.all).toEqual([]);
		expect(linesWith(trigger, 'may be left', trigger.url)).toEqual([]);
	});

	it('forgets the secret that was kept in memory', async () => {
		const { smile, trigger } = await worlds.publish();
		const [webhook] = smile.webhooks.all;
		await smile.deliver({ id: 'et-1', type: 'T' });

		await trigger.remove();
		trigger.credentials.change({ webhookSecret: 'dummy-new' });
		// Published again and not yet replaced: n8n answers at the address before Smile has the new secret.
		const late = await smile.deliver({ id: 'et-2', type: 'T' }, { to: webhook, retry: false });

		expect(late.status).toBe(401);
		expect(trigger.executions).toHaveLength(1);
	});
});
