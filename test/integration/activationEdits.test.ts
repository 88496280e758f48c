import { removalClock } from '../support/contexts/removalClock';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import type { PublishedTrigger } from '../support/contexts/publishedTrigger';
import { linesWith } from '../support/logLines';
import { sampleKeys } from '../support/smile/options';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const idsAt = ({ webhooks }: SimulatedSmile) => webhooks.all.map(({ id }) => id);

/** Ten seconds pass, and Smile has been asked to delete so many webhooks. */
async function afterTenSeconds(smile: SimulatedSmile, deletions = 1): Promise<void> {
	const deleted = () => smile.journal.entries.filter(({ method }) => method === 'DELETE');
	const before = deleted().length;
	await removalClock.pass(10_000);
	await waitFor(() => deleted().filter(({ status }) => status).length >= before + deletions);
}

describe('an edit of a published trigger', () => {
	/** Which webhooks were there at each moment: how few at least. */
	function fewest(smile: SimulatedSmile, url: string): () => number {
		let least = smile.webhooks.withUrl(url).length;
		const remove = smile.webhooks.remove.bind(smile.webhooks);
		smile.webhooks.remove = (id) => {
			const isRemoved = remove(id);
			least = Math.min(least, smile.webhooks.withUrl(url).length);
			return isRemoved;
		};
		return () => least;
	}

	it.each([
		['other events', { events: ['USER_CREATED'] }],
		['another secret', { credential: { webhookSecret: 'dummy-new' } }],
		['another name', { nodeName: 'Renamed' }],
		['another name and other events', { nodeName: 'Renamed', events: ['USER_CREATED'] }],
	])('with %s never leaves Smile without a webhook', async (_name, edit) => {
		const { smile, trigger } = await worlds.publish();
		const least = fewest(smile, trigger.url);

		await trigger.edit(edit);
		await removalClock.pass(10_000);

		expect(least()).toBe(1);
		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
		expect(smile.webhooks.all[0]).toMatchObject({
			eventTypes: 'events' in edit ? edit.events : ['ALL_EVENTS'],
			secret: 'credential' in edit ? 'dummy-new' : sampleWebhookSecret,
		});
	});

	it.each([true, false])(
		'that changes the name alone keeps the webhook, no echo: %s',
		async (mute) => {
			const { smile, trigger } = await worlds.publish({}, { withoutSecretEcho: mute });
			const before = idsAt(smile);

			await trigger.edit({ nodeName: 'Renamed' });
			await removalClock.pass(10_000);
			await trigger.activate();

			expect(idsAt(smile)).toEqual(before);
		},
	);

	it('with another key removes the old webhook with the old key', async () => {
		const secondKeys = { apiKey: 'dummy-second-key', apiSecret: 'dummy-second-secret' };
		const { smile, trigger } = await worlds.publish({}, { secondKeys });
		const [{ id }] = smile.webhooks.all;

		await trigger.edit({ credential: secondKeys, events: ['USER_CREATED'] });
		await waitFor(() => smile.webhooks.all.length === 1);

		expect(idsAt(smile)).not.toContain(id);
		const [posted] = smile.journal.of('POST', '/webhooks').slice(-1);
		expect(posted.apiKey).toBe(secondKeys.apiKey);
	});

	it('with another environment removes the old webhook with the old key, once the new one is there', async () => {
		const { smile, trigger } = await worlds.publish();
		const other = await worlds.startSmile({ environment: 'production' });
		const least = fewest(other, trigger.url);

		await trigger.deactivate();
		trigger.change({ smile: other });
		expect(smile.webhooks.all).toHaveLength(1);
		await trigger.activate();
		await waitFor(() => smile.webhooks.all.length === 0);

		expect(least()).toBe(0);
		expect(other.webhooks.withUrl(trigger.url)).toHaveLength(1);
		expect(smile.journal.entries.at(-1)).toMatchObject({
			method: 'DELETE',
			apiKey: sampleKeys.sandbox.apiKey,
		});
		expect(linesWith(trigger, 'may be left', trigger.url)).toEqual([]);
	});

	it('with another address of the node removes the old webhook ten seconds later', async () => {
		const { smile, trigger } = await worlds.publish();
		const old = trigger.url;

		await trigger.edit({ webhookId: 'another' });
		expect(trigger.url).not.toBe(old);
		expect(smile.webhooks.all).toMatchObject([{ url: old }, { url: trigger.url }]);
		await afterTenSeconds(smile);

		expect(smile.webhooks.all).toMatchObject([{ url: trigger.url }]);
	});

	it.each([
		['n8n’s publication service', async (trigger: PublishedTrigger) => await trigger.publish()],
		['the one before', async (trigger: PublishedTrigger) => await trigger.activate()],
	])(
		'that fails keeps the removal of the old version scheduled, with %s',
		async (_name, register) => {
			const { smile, trigger } = await worlds.publish();
			const before = idsAt(smile);

			await trigger.deactivate();
			trigger.change({ events: [] });
			await expect(register(trigger)).rejects.toThrow('Trigger On');
			expect(idsAt(smile)).toEqual(before);
			await afterTenSeconds(smile);

			expect(smile.webhooks.all).toEqual([]);
		},
	);

	it('that a slow Smile registers at the end of the ten seconds holds the removal up until it is over', async () => {
		const { smile, trigger } = await worlds.publish();
		const least = fewest(smile, trigger.url);
		await trigger.deactivate();
		trigger.change({ events: ['USER_CREATED'] });
		await removalClock.pass(9_900);
		smile.journal.clear();

		smile.faults.next({ kind: 'slow', ms: 400, method: 'GET' });
		const registering = trigger.activate();
		await smile.journal.waitFor(({ method }) => method === 'GET');
		await removalClock.pass(200);
		await registering;
		await removalClock.pass(10_000);

		expect(least()).toBe(1);
		expect(smile.webhooks.all).toMatchObject([{ eventTypes: ['USER_CREATED'] }]);
	});

	it('whose registration a slow Smile refuses after the ten seconds lets the removal go on then', async () => {
		const { smile, trigger } = await worlds.publish();
		await trigger.deactivate();
		trigger.change({ credential: { apiSecret: 'dummy-wrong' } });
		smile.journal.clear();
		smile.faults.next({ kind: 'slow', ms: 300, method: 'GET' });

		const registering = trigger.activate();
		await smile.journal.waitFor(({ method }) => method === 'GET');
		await removalClock.pass(10_000);
		expect(smile.webhooks.all).toHaveLength(1);
		await expect(registering).rejects.toThrow('refused the API key');

		await waitFor(() => smile.webhooks.all.length === 0);
	});

	it('that comes while Smile does not answer the deletion of the webhook does not keep it', async () => {
		const { smile, trigger } = await worlds.publish();
		const [{ id }] = smile.webhooks.all;
		await trigger.deactivate();
		smile.faults.next({ kind: 'hang', method: 'DELETE' });
		await removalClock.pass(10_000);
		await smile.journal.waitFor(({ method }) => method === 'DELETE');

		await trigger.activate();

		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
		expect(idsAt(smile)).not.toContain(id);
	});

	it('back to the version before, whose webhook is being deleted, does not keep that', async () => {
		const { smile, trigger } = await worlds.publish();
		const [{ id }] = smile.webhooks.all;
		const other = await worlds.startSmile({ environment: 'production' });
		smile.faults.next({ kind: 'hang', method: 'DELETE' });
		await trigger.edit({ smile: other });
		await smile.journal.waitFor(({ method }) => method === 'DELETE');

		await trigger.edit({ smile, credential: {} });

		await waitFor(() => smile.webhooks.all.length === 1);
		expect(idsAt(smile)).not.toContain(id);
		expect(trigger.staticData().webhookId).toBe(idsAt(smile)[0]);
	});

	it('that comes later than ten seconds says in the log that there was a gap', async () => {
		const { smile, trigger } = await worlds.publish();

		await trigger.deactivate();
		await afterTenSeconds(smile);
		await removalClock.pass(4_000);
		await trigger.activate();

		expect(linesWith(trigger, 'no webhook', '14 seconds')).toHaveLength(1);
	});

	it('of an hour later is a publication like any other', async () => {
		const { smile, trigger } = await worlds.publish();

		await trigger.deactivate();
		await afterTenSeconds(smile);
		await removalClock.pass(3_600_000);
		await trigger.activate();

		expect(linesWith(trigger, 'no webhook', trigger.workflowId)).toEqual([]);
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it('and listening for a test event leave each other alone', async () => {
		const { smile, trigger } = await worlds.publish({
			workflowId: 'wf',
			nodeId: 'n',
			webhookId: 'w',
		});
		const test = await worlds.publishAt(smile, {
			workflowId: 'wf',
			nodeId: 'n',
			webhookId: 'w',
			mode: 'manual',
			activate: false,
		});

		await trigger.deactivate();
		await test.activate();
		await afterTenSeconds(smile);

		expect(smile.webhooks.all).toMatchObject([{ url: test.url }]);
	});
});
