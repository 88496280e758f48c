import { removalClock } from '../support/contexts/removalClock';
import type { PublishedTrigger, PublishOptions } from '../support/contexts/publishedTrigger';
import { lapse } from '../support/lapse';
import { linesWith } from '../support/logLines';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const idsAt = ({ webhooks }: SimulatedSmile) => webhooks.all.map(({ id }) => id);

let workflows = 0;

/** Two triggers of one workflow. */
async function twoTriggers(smile: SimulatedSmile, given: PublishOptions = {}) {
	const workflowId = `siblings-${(workflows += 1)}`;
	// The simulation finds a trigger by its host.
	const publishedAs = async (nodeName: string) => {
		const publicUrl = `https://${nodeName.toLowerCase()}.example.test/`;
		return await worlds.publishAt(smile, { workflowId, nodeName, publicUrl, ...given });
	};
	return { first: await publishedAs('First'), second: await publishedAs('Second') };
}

/** The trigger in a process of n8n that has not registered it, as after a start. */
async function afterStart(smile: SimulatedSmile, trigger: PublishedTrigger, nodeId: string) {
	const webhookId = new URL(trigger.url).pathname.split('/').at(-2);
	const { workflowId } = trigger;
	const staticData = trigger.allStaticData();
	const publicUrl = `${new URL(trigger.url).origin}/`;
	const same = { workflowId, webhookId, nodeId, nodeName: 'First', staticData, publicUrl };
	return await worlds.publishAt(smile, { ...same, activate: false });
}

describe('a workflow whose failing trigger n8n asks first', () => {
	/** A trigger that an earlier process has registered, and one of its workflow that has failed in this one. */
	async function failBefore() {
		const smile = await worlds.startSmile();
		const { first, second } = await twoTriggers(smile, { activate: false });
		await first.activate();
		const kept = await afterStart(smile, first, 'not seen by this process');
		second.change({ events: [] });
		// As before n8n 2.40: delete() follows for each trigger, in the order of the nodes.
		await expect(second.activate()).rejects.toThrow('Trigger On');
		return { smile, kept, before: smile.webhooks.all };
	}

	it('keeps the webhook of the trigger that was not tried, and names it', async () => {
		const { smile, kept, before } = await failBefore();

		await kept.remove();
		await removalClock.pass(10_000);
		await lapse(100);

		expect(smile.webhooks.all).toEqual(before);
		expect(smile.journal.entries.filter(({ method }) => method === 'DELETE')).toEqual([]);
		expect(linesWith(kept, 'may be left', before[0].id)).toHaveLength(1);
	});

	it('loses it ten seconds after it is unpublished a while later', async () => {
		const { smile, kept } = await failBefore();

		await removalClock.pass(121_000);
		await kept.deactivate();
		await removalClock.pass(10_000);

		await waitFor(() => smile.webhooks.all.length === 0);
	});
});

describe('a workflow whose triggers n8n asks twice after one failed', () => {
	it('loses what the other one has made, and no line says that it is left', async () => {
		const smile = await worlds.startSmile();
		const { first, second } = await twoTriggers(smile, { activate: false });
		await first.activate();
		const [made] = idsAt(smile);
		second.change({ events: [] });
		await expect(second.checkExists()).rejects.toThrow('Trigger On');

		for (const one of [first, second, first, second]) await one.remove();
		await removalClock.pass(10_000);

		await waitFor(() => smile.webhooks.all.length === 0);
		expect(linesWith(first, 'may be left', made)).toEqual([]);
	});
});

describe.each(['the same', ''])('two triggers of one workflow with the node id "%s"', (nodeId) => {
	it('both run for an event', async () => {
		const smile = await worlds.startSmile();
		const { first, second } = await twoTriggers(smile, { nodeId });

		await smile.emit({ id: 'et-1', type: 'INCOMES_ADDED', data: {} });

		expect([first.executions.length, second.executions.length]).toEqual([1, 1]);
	});

	it('take over only the removal of their own webhook', async () => {
		const smile = await worlds.startSmile();
		const { first, second } = await twoTriggers(smile, { nodeId });
		const before = idsAt(smile);
		await first.deactivate();
		await second.deactivate();

		await first.activate();
		await second.activate();
		await removalClock.pass(10_000);

		expect(idsAt(smile)).toEqual(before);
		expect(smile.journal.entries.filter(({ method }) => method === 'DELETE')).toEqual([]);
	});

	it('keep apart which webhooks are to be removed', async () => {
		const smile = await worlds.startSmile();
		const { first } = await twoTriggers(smile, { nodeId });
		await first.deactivate();
		const [id] = idsAt(smile);

		expect(first.allStaticData()).toMatchObject({
			global: { smileWebhooksLeaving: { [`${nodeId}/${webhookIdOf(first)}`]: [id] } },
		});
	});
});

describe('a trigger whose missing or doubled node id n8n has mended', () => {
	it.each([false, true])('has a webhook all the time, no echo: %s', async (withoutSecretEcho) => {
		const { smile, trigger } = await worlds.publish({ nodeId: '' }, { withoutSecretEcho });
		const [{ id }] = smile.webhooks.all;

		await trigger.edit({ nodeId: 'mended' });
		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
		await removalClock.pass(10_000);
		await lapse(100);

		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
		expect(idsAt(smile).includes(id)).toBe(!withoutSecretEcho);
		expect(trigger.staticData().webhookId).toBe(idsAt(smile)[0]);
	});
});

function webhookIdOf({ url }: PublishedTrigger): string {
	return new URL(url).pathname.split('/').at(-2) ?? '';
}
