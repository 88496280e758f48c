import { removals } from '../../../nodes/Smile/activation/memory';
import { removeLater } from '../../../nodes/Smile/activation/removeLater';
import { hashSecret, isHashOf } from '../../../nodes/Smile/activation/secretHash';
import { lookFor, settle } from '../../../nodes/Smile/activation/settle';
import type { KeptState } from '../../../nodes/Smile/activation/state';
import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import type { SmileWebhook } from '../../../nodes/Smile/api/schemas';
import { activationTime } from '../../support/activationTime';
import { said } from '../../support/memorySmile';
import { ownWorkflow, secret, type HookOptions } from '../../support/triggerHooks';
import { waitFor } from '../../support/waitFor';

const time = activationTime();
const minutes = 60_000;

let addresses = 0;

/** A trigger with so many webhooks at Smile, which it was let go of, and what a registration makes of that. */
function setUp(count: number, given: Partial<HookOptions> = {}) {
	const address = `https://n8n.example.test/webhook/${(addresses += 1)}`;
	const { smile, hooks, name } = ownWorkflow({ ...given, address });
	const fields = { eventTypes: ['ALL_EVENTS'], active: true, includePayload: false };
	const wanted = { ...fields, name: 'n8n: Payroll', url: address, secret };
	const webhooks = Array.from({ length: count }, () =>
		smile.webhooks.shown(smile.webhooks.add(wanted)),
	);
	const { context, node, global } = hooks();
	const trigger = triggerOf(context);
	return {
		...{ smile, hooks, name, wanted, webhooks, node, global, trigger },
		noteAs: (key: string, ids: string[]) => (global.smileWebhooksLeaving = { [key]: ids }),
		letGo: (state: KeptState = {}) => removeLater(smile.client(), trigger, webhooks, state),
		look: () => lookFor(context, trigger, wanted),
		settleOn: async (winner: SmileWebhook, deleted: string[] = [], state?: KeptState) => {
			const look = { ...lookFor(context, trigger, wanted), ...(state && { state }) };
			const result = { smile: smile.client(), look, winner, deleted: new Set(deleted) };
			await settle(context, trigger, result);
		},
	};
}

describe('what is known before a registration', () => {
	it('is what n8n has stored, and what another process is removing', () => {
		const node = { webhookId: 'w-1', workflowId: 'wf', foreign: 'field' };
		const global = { smileWebhooksLeaving: { 'node-1/id-1': ['w-2'], 'node-2/id-2': ['w-3'] } };
		const { look, wanted } = setUp(0, { stored: { node, global } });

		expect(look()).toEqual({
			wanted,
			state: { webhookId: 'w-1', workflowId: 'wf' },
			leaving: new Set(['w-2', 'w-3']),
			letGo: new Set(['w-2', 'w-3']),
		});
	});

	it('is what the last removal of the trigger knew, which has not begun', () => {
		const { look, letGo, wanted, webhooks, noteAs } = setUp(1, {
			stored: { node: { webhookId: 'w-9' } },
		});
		letGo({ webhookId: 'w-1' });
		letGo({ webhookId: 'w-2' });
		noteAs('node-1/id-1', [webhooks[0].id, 'of another process']);

		expect(look()).toEqual({
			wanted,
			state: { webhookId: 'w-2' },
			leaving: new Set(['of another process']),
			letGo: new Set(['of another process', webhooks[0].id]),
		});
	});

	it('is what another process is removing, also after this one has removed what it had', async () => {
		const { look, letGo, webhooks, noteAs } = setUp(1);
		letGo();
		await time.advance(10_000);
		noteAs('node-1/id-1', ['of another process']);

		expect(look().leaving).toEqual(new Set(['of another process', webhooks[0].id]));
	});

	it('is not what this process would remove under another key of the trigger, which it can keep', () => {
		const { look, letGo, webhooks, noteAs } = setUp(1, { node: { id: 'mended' } });
		letGo();
		noteAs('node-1/id-1', [webhooks[0].id]);

		expect(look()).toMatchObject({ leaving: new Set(), letGo: new Set([webhooks[0].id]) });
	});

	it('is which webhooks are going, once the removal has begun', async () => {
		const { look, letGo, webhooks } = setUp(2);
		letGo();
		await time.advance(10_000);

		const ids = new Set(webhooks.map(({ id }) => id));
		expect(look()).toMatchObject({ leaving: ids, letGo: ids });
	});

	it('in a test run has nothing to do with the published trigger', () => {
		const { hooks, letGo, trigger, wanted } = setUp(1);
		letGo({ webhookId: 'w-1' });

		const { context } = hooks({ mode: 'manual' });

		const none = new Set();
		expect(lookFor(context, trigger, wanted)).toEqual({
			wanted,
			state: {},
			leaving: none,
			letGo: none,
		});
	});
});

describe('what n8n stores of the webhook that serves the trigger', () => {
	it('is its id, its address, whose it is, and a hash of its secret', async () => {
		const { smile, settleOn, node, trigger, webhooks } = setUp(1);

		await settleOn(webhooks[0]);

		expect(node).toEqual({
			webhookId: webhooks[0].id,
			webhookUrl: trigger.address,
			workflowId: trigger.workflowId,
			environment: smile.baseUrl,
			secretHash: expect.any(String),
		});
		expect(await isHashOf(node.secretHash, secret)).toBe(true);
	});

	it('keeps the hash that is known of it, and makes another one of another webhook', async () => {
		const { settleOn, node, webhooks } = setUp(2);
		const secretHash = await hashSecret(secret);
		const state = { webhookId: webhooks[0].id, secretHash };

		await settleOn(webhooks[0], [], state);
		expect(node.secretHash).toBe(secretHash);

		await settleOn(webhooks[1], [], state);
		expect(node.secretHash).not.toBe(secretHash);
		expect(await isHashOf(node.secretHash, secret)).toBe(true);
	});

	it('gets a hash where none was stored for the same webhook', async () => {
		const { settleOn, node, webhooks } = setUp(1);

		await settleOn(webhooks[0], [], { webhookId: webhooks[0].id });

		expect(await isHashOf(node.secretHash, secret)).toBe(true);
	});

	it('says no more that webhooks are leaving, but for a test run', async () => {
		const global = { smileWebhooksLeaving: { 'node-1/id-1': ['w-2'] } };
		const live = setUp(1, { stored: { global } });
		const test = setUp(1, { stored: { global }, mode: 'manual' });

		await live.settleOn(live.webhooks[0]);
		await test.settleOn(test.webhooks[0]);

		expect([live.global, test.global]).toEqual([{}, global]);
	});
});

describe('the webhook that was stored before', () => {
	const stored = { webhookId: 'w-0', webhookUrl: 'https://old.example.test/1', workflowId: 'wf-0' };

	it('is named where it lies elsewhere', async () => {
		const workflow = { id: 'wf-0' };
		const { smile, settleOn, webhooks, trigger } = setUp(1, { workflow, stored: { node: stored } });

		await settleOn(webhooks[0]);

		expect(said(smile)).toEqual([
			`warn: A webhook may be left at Smile: w-0 at https://old.example.test/1, the address of this trigger before it became ${trigger.address}: another n8n may use it. If nobody needs it, delete it with the Smile node: Webhook, Get Many, then Delete`,
		]);
	});

	it('is not named where it is that of the workflow that this one was copied from', async () => {
		const { smile, settleOn, webhooks } = setUp(1, { stored: { node: stored } });

		await settleOn(webhooks[0]);

		expect(said(smile)).toEqual([]);
	});
});

describe('a registration within the ten seconds', () => {
	it('has what it does not keep deleted at once, and once', async () => {
		const { smile, settleOn, letGo, webhooks } = setUp(4);
		const [kept, deleted, ...outdated] = webhooks.map(({ id }) => id);
		letGo();

		await settleOn(webhooks[0], [deleted]);
		await waitFor(() => smile.writes.length === 2);
		await time.advance(10_000);

		expect(smile.writes).toEqual(outdated.map((id) => `DELETE /webhooks/${id}`));
		expect(smile.ids).toEqual([kept, deleted]);
	});

	it('deletes nothing more where nothing else was there, and says nothing', async () => {
		const { smile, settleOn, letGo, webhooks, trigger } = setUp(1);
		letGo();
		const before = said(smile);

		await settleOn(webhooks[0]);
		await time.advance(10_000);

		expect([smile.calls, said(smile), removals.of(trigger.id)]).toEqual([[], before, []]);
	});

	it('is none of a test run', async () => {
		const { smile, settleOn, letGo, webhooks } = setUp(1, { mode: 'manual' });
		letGo();

		await settleOn({ ...webhooks[0], id: 'of the test run' });
		expect(smile.ids).toHaveLength(1);
		await time.advance(10_000);

		await waitFor(() => smile.ids.length === 0);
	});
});

describe('a registration after the webhook was removed', () => {
	it.each([
		[14_000, 14],
		[11_400, 11],
		[5 * minutes - 1, 300],
		[5 * minutes, undefined],
	])('%i ms later says how long there was none, unless it comes late', async (after, seconds) => {
		const { smile, settleOn, letGo, webhooks, name } = setUp(1);
		await time.advance(1_000);
		letGo();
		await time.advance(10_000);
		await waitFor(() => smile.ids.length === 0);
		await time.advance(after - 10_000);
		smile.lines.length = 0;

		await settleOn({ ...webhooks[0], id: 'new' });

		const line = `warn: Smile had no webhook of the trigger ${name} for a while: n8n registered it again ${seconds} seconds after it had let go of it. What happened at Smile meanwhile was not delivered`;
		expect(said(smile)).toEqual(seconds === undefined ? [] : [line]);
		expect(smile.writes).toHaveLength(1);
	});
});
