import { isSubscribed } from '../../../nodes/Smile/activation/isSubscribed';
import { attempts } from '../../../nodes/Smile/activation/memory';
import { subscribe } from '../../../nodes/Smile/activation/subscribe';
import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import { unsubscribe } from '../../../nodes/Smile/activation/unsubscribe';
import { acceptedDeliveries, nodeKey } from '../../../nodes/Smile/delivery/memory';
import { activationTime } from '../../support/activationTime';
import { refused, said } from '../../support/memorySmile';
import { address, ownWorkflow, secret } from '../../support/triggerHooks';

activationTime();

const asWanted = {
	name: 'n8n: Payroll',
	url: address,
	eventTypes: ['ALL_EVENTS'],
	active: true,
	includePayload: false,
	secret,
};
const listening = {
	mode: 'manual',
	address: 'https://n8n.example.test/webhook-test/1/webhook',
} as const;

describe('a webhook that serves the trigger', () => {
	it('is kept when it is the only one at the address', async () => {
		const { smile, hooks } = ownWorkflow();
		const { id } = smile.webhooks.add(asWanted);
		smile.webhooks.add();
		const { context, node } = hooks();

		expect(await isSubscribed(context)).toBe(true);

		expect([smile.calls, node.webhookId]).toEqual([['GET /webhooks'], id]);
	});

	it.each([
		['none is there', []],
		['it is not as wanted', [{ ...asWanted, secret: 'dummy-other' }]],
		['two are there', [asWanted, asWanted]],
	])('is seen to by create() where %s', async (_when, there) => {
		const { smile, hooks } = ownWorkflow();
		there.forEach((one) => smile.webhooks.add(one));
		const { context, node } = hooks();

		expect(await isSubscribed(context)).toBe(false);
		expect([smile.calls, node]).toEqual([['GET /webhooks'], {}]);

		expect(await subscribe(context)).toBe(true);
		expect(smile.webhooks.all).toMatchObject([asWanted]);
		expect(node.webhookId).toBe(smile.ids[0]);
	});

	it('is the one that is there, if Smile does not list again what it has made', async () => {
		const { smile, hooks } = ownWorkflow();
		const old = smile.webhooks.add({ ...asWanted, eventTypes: ['USER_CREATED'] });
		smile.interfere('GET', () => undefined, refused);
		const { context, node } = hooks();

		expect(await subscribe(context)).toBe(true);

		expect(smile.webhooks.get(old.id)).toBeUndefined();
		expect(smile.ids).toEqual([node.webhookId]);
	});
});

describe('two processes that register the same trigger', () => {
	it('keep the older webhook, and the later one is deleted once by who has made it', async () => {
		const { smile, hooks } = ownWorkflow();
		const createdAt = '2026-03-04T05:06:07Z';
		smile.interfere('POST', () => {
			Object.assign(smile.webhooks.add(asWanted), { createdAt });
		});
		const { context, node } = hooks();

		await subscribe(context);

		expect(smile.webhooks.all).toMatchObject([{ ...asWanted, createdAt, id: node.webhookId }]);
		expect(smile.writes).toHaveLength(2);
	});

	it('leave each other what is not as either wants it', async () => {
		const { smile, hooks } = ownWorkflow();
		const ids: string[] = [];
		smile.interfere('POST', () => {
			ids.push(smile.webhooks.add({ ...asWanted, secret: 'dummy-other' }).id);
		});
		const { context, node } = hooks();

		await subscribe(context);

		expect(smile.ids).toEqual([...ids, node.webhookId]);
	});
});

describe('a registration that fails', () => {
	it.each([
		['checkExists()', isSubscribed, 'GET', 'Could not read the webhooks at Smile: '],
		['create()', subscribe, 'GET', 'Could not read the webhooks at Smile: '],
		['create()', subscribe, 'POST', 'Could not register the webhook at Smile: '],
	] as const)('in %s is told to n8n, and deletes nothing', async (_at, run, method, text) => {
		const { smile, hooks } = ownWorkflow();
		smile.interfere(method, refused);
		const { context, node } = hooks();

		await expect(run(context)).rejects.toThrow(text);

		expect(node).toEqual({});
		expect(smile.ids).toEqual([]);
		expect(attempts.endOf(triggerOf(context))).toEqual({ kind: 'failed activation' });
	});
});

describe('listening for a test event', () => {
	it('that is stopped before Smile has made the webhook leaves none', async () => {
		const { smile, hooks } = ownWorkflow();
		const { context } = hooks(listening);
		smile.interfere('POST', async () => {
			await unsubscribe(hooks({ ...listening, mode: 'internal' }).context);
		});

		expect(await subscribe(context)).toBe(true);

		expect(smile.ids).toEqual([]);
		expect(said(smile)).toEqual([
			expect.stringMatching(/^info: Smile webhook removed: \w+ at https:.+webhook-test/),
		]);
	});

	it('that is stopped once it has found a webhook leaves none', async () => {
		const { smile, hooks } = ownWorkflow();
		smile.webhooks.add({ ...asWanted, url: listening.address });
		const stop = async () => {
			await unsubscribe(hooks({ ...listening, mode: 'internal' }).context);
		};
		smile.interfere('GET', () => undefined, stop);

		expect(await subscribe(hooks(listening).context)).toBe(true);

		expect(smile.ids).toEqual([]);
	});

	it('is not what a published trigger does, whose webhook stays though n8n has let go of it', async () => {
		const { smile, hooks } = ownWorkflow();
		smile.interfere('POST', async () => {
			await unsubscribe(hooks({ mode: 'internal' }).context);
		});

		await subscribe(hooks().context);

		expect(smile.webhooks.all).toMatchObject([asWanted]);
	});

	it('that goes on keeps its webhook', async () => {
		const { smile, hooks } = ownWorkflow();

		await subscribe(hooks(listening).context);

		expect(smile.webhooks.all).toMatchObject([{ url: listening.address }]);
	});

	it('lets an event be seen again, and the registration of a published trigger does not', async () => {
		const { smile, hooks } = ownWorkflow();
		smile.webhooks.add(asWanted);
		const accept = async (isTest: boolean) => {
			const { node } = nodeKey(hooks().context, isTest);
			return await acceptedDeliveries.judge(node, 'et-1', Promise.resolve(true));
		};
		await accept(true);
		await accept(false);

		await subscribe(hooks(listening).context);
		await isSubscribed(hooks().context);

		expect([await accept(true), await accept(false)]).toEqual(['new', 'duplicate']);
	});
});
