import { anotherProcess } from '../support/contexts/anotherProcess';
import type { PublishedTrigger } from '../support/contexts/publishedTrigger';
import { linesWith } from '../support/logLines';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const shared = { activate: false, workflowId: 'wf-1', nodeId: 'node-1', webhookId: 'shared' };

/** So many processes of n8n that have the same workflow. */
async function mains(smile: SimulatedSmile, count: number): Promise<PublishedTrigger[]> {
	const started: PublishedTrigger[] = [];
	for (let index = 0; index < count; index += 1) {
		const { nodeType } = await anotherProcess();
		started.push(await worlds.publishAt(smile, { ...shared, nodeType }));
	}
	return started;
}

describe('processes that register the same workflow together', () => {
	// The time each takes for a request decides in which order they meet.
	const delays = [
		[0, 0],
		[0, 30],
		[30, 0],
		[60, 15],
		[15, 60],
	];

	async function registerTogether(
		smile: SimulatedSmile,
		main: PublishedTrigger[],
		delay: number[],
	) {
		const old = smile.webhooks.add({ url: main[0].url, secret: 'dummy-old' });
		delay.forEach((ms) => ms && smile.faults.next({ kind: 'slow', ms, method: 'POST' }));
		await Promise.all(main.map(async (one) => await one.activate()));
		expect(smile.webhooks.get(old.id)).toBeUndefined();
	}

	it.each(delays)(
		'end with one webhook where Smile shows secrets (%i ms, %i ms late)',
		async (...delay) => {
			const smile = await worlds.startSmile();
			const both = await mains(smile, 2);

			await registerTogether(smile, both, delay);

			expect(smile.webhooks.withUrl(both[0].url)).toHaveLength(1);
		},
	);

	it.each(delays)('end with one or two otherwise (%i ms, %i ms late)', async (...delay) => {
		const smile = await worlds.startSmile({ withoutSecretEcho: true });
		const both = await mains(smile, 2);

		await registerTogether(smile, both, delay);

		expect([1, 2]).toContain(smile.webhooks.withUrl(both[0].url).length);
	});

	it.each([true, false])('end with at least one when they are five, no echo: %s', async (mute) => {
		const smile = await worlds.startSmile({ withoutSecretEcho: mute });
		const five = await mains(smile, 5);

		await registerTogether(smile, five, [20, 0, 40]);

		expect(smile.webhooks.withUrl(five[0].url).length).toBeGreaterThan(0);
	});

	it('leave one after the next start where two were left', async () => {
		const smile = await worlds.startSmile({ withoutSecretEcho: true });
		const [main] = await mains(smile, 1);
		await main.activate();
		smile.webhooks.add({ url: main.url });

		await main.activate();

		expect(smile.webhooks.withUrl(main.url).map(({ id }) => id)).toEqual([
			main.staticData().webhookId,
		]);
	});
});

describe('a process that lets go of a trigger', () => {
	it.each([
		['as it is', {}],
		['under another name', { nodeName: 'Renamed' }],
	])('costs the one that registers it meanwhile, %s, no webhook', async (_how, edit) => {
		const smile = await worlds.startSmile();
		const [first, second] = [await anotherProcess(), await anotherProcess()];
		const old = await worlds.publishAt(smile, { ...shared, nodeType: first.nodeType });
		await old.activate();

		await old.deactivate();
		const staticData = old.allStaticData();
		const given = { ...shared, ...edit, nodeType: second.nodeType, staticData };
		const now = await worlds.publishAt(smile, given);
		await now.activate();
		expect(now.allStaticData()).not.toHaveProperty('global.smileWebhooksLeaving');
		await first.clock.pass(10_000);
		await waitFor(() => linesWith(old, 'webhook removed').length > 0);

		expect(smile.webhooks.withUrl(now.url)).toHaveLength(1);
	});

	it('and ends within the ten seconds leaves a webhook, which the next publication replaces', async () => {
		const smile = await worlds.startSmile();
		const [main] = await mains(smile, 1);
		await main.activate();
		const [{ id }] = smile.webhooks.all;
		await main.deactivate();

		const { nodeType } = await anotherProcess();
		const staticData = main.allStaticData();
		const restarted = await worlds.publishAt(smile, { ...shared, nodeType, staticData });
		expect(smile.webhooks.all).toMatchObject([{ id }]);
		await restarted.activate();

		expect(smile.webhooks.withUrl(main.url)).toHaveLength(1);
		expect(smile.webhooks.get(id)).toBeUndefined();
	});
});

describe('a Smile that allows one webhook for an address', () => {
	it('gets the outdated one deleted first, and the log says that there was a gap', async () => {
		const { smile, trigger } = await worlds.publish({}, { onePerAddress: true });
		const [{ id }] = smile.webhooks.all;

		await trigger.edit({ events: ['USER_CREATED'] });

		expect(smile.webhooks.all).toMatchObject([{ url: trigger.url, eventTypes: ['USER_CREATED'] }]);
		expect(linesWith(trigger, 'one webhook for an address', id)).toHaveLength(1);
	});

	it('is not taken for one that refuses the fields: the webhook that is there stays', async () => {
		const { smile, trigger } = await worlds.publish({}, { onePerAddress: true });
		const before = smile.webhooks.all;
		smile.webhooks.onePerAddress = false;

		await trigger.deactivate();
		trigger.change({ events: ['NO_SUCH_EVENT'] });
		await expect(trigger.activate()).rejects.toThrow('INVALID_PARAMETERS');

		expect(smile.webhooks.all).toEqual(before);
	});

	it('has the old one back where the new one is refused all the same', async () => {
		const { smile, trigger } = await worlds.publish({}, { onePerAddress: true });
		const [{ id, secret, eventTypes }] = smile.webhooks.all;

		trigger.change({ events: ['NO_SUCH_EVENT'] });
		await expect(trigger.activate()).rejects.toThrow('INVALID_PARAMETERS');

		const [back] = smile.webhooks.all;
		expect(smile.webhooks.all).toMatchObject([{ url: trigger.url, secret, eventTypes }]);
		expect(back.id).not.toBe(id);
		expect(linesWith(trigger, 'one webhook for an address', `back as ${back.id}`)).toHaveLength(1);
	});

	it('loses no webhook to a refusal when the other process has made the wanted one', async () => {
		const smile = await worlds.startSmile({ onePerAddress: true });
		const both = await mains(smile, 2);

		await Promise.all(both.map(async (one) => await one.activate()));

		expect(smile.webhooks.withUrl(both[0].url)).toHaveLength(1);
	});

	it.each([2, 5])(
		'loses none where %i processes replace an old one there together',
		async (count) => {
			const smile = await worlds.startSmile({ onePerAddress: true });
			const all = await mains(smile, count);
			smile.webhooks.add({ url: all[0].url, secret: 'dummy-old' });
			// One asks whether the address is free while another has just made it so.
			smile.faults.next({ kind: 'slow', ms: 40, method: 'DELETE' });
			smile.faults.next({ kind: 'slow', ms: 20, method: 'POST', skip: count });

			await Promise.allSettled(all.map(async (one) => await one.activate()));

			expect(smile.webhooks.withUrl(all[0].url)).toMatchObject([{ active: true }]);
		},
	);
});
