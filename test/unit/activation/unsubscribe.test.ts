import { isSubscribed } from '../../../nodes/Smile/activation/isSubscribed';
import { subscribe } from '../../../nodes/Smile/activation/subscribe';
import { unsubscribe } from '../../../nodes/Smile/activation/unsubscribe';
import { activationTime } from '../../support/activationTime';
import { refused, said } from '../../support/memorySmile';
import { address, ownWorkflow, type hooksOf, type HookOptions } from '../../support/triggerHooks';
import { waitFor } from '../../support/waitFor';

const time = activationTime();
const cleanUp = 'If nobody needs it, delete it with the Smile node: Webhook, Get Many, then Delete';
const elsewhere = 'https://old.example.test/webhook/1/webhook';

describe('unpublishing', () => {
	it('says what it will remove, asks Smile first, and removes it ten seconds later', async () => {
		const { smile, hooks, owned, name } = ownWorkflow();
		const { id } = smile.webhooks.add({ url: address });
		const { context, node, global } = hooks({ stored: { node: owned } });

		expect(await unsubscribe(context)).toBe(true);
		expect([smile.calls, node]).toEqual([['GET /webhooks'], {}]);
		expect(global).toEqual({ smileWebhooksLeaving: { 'node-1/id-1': [id] } });
		await time.advance(9_999);
		expect(smile.ids).toEqual([id]);
		await time.advance(1);
		await waitFor(() => smile.ids.length === 0);

		expect(said(smile)).toEqual([
			`info: Smile webhook removal scheduled: ${id} at ${address}, in ten seconds, unless the trigger ${name} is registered again before`,
			`info: Smile webhook removed: ${id} at ${address}`,
		]);
	});

	it('removes with the key of then what it removes later', async () => {
		const credential = { apiKey: 'example-old' };
		const { smile, hooks, owned } = ownWorkflow({ credential });
		smile.webhooks.add({ url: address });

		await unsubscribe(hooks({ stored: { node: owned } }).context);
		credential.apiKey = 'example-new';
		await time.advance(10_000);
		await waitFor(() => smile.ids.length === 0);

		expect(smile.asked.map(({ key }) => key)).toEqual(['example-old', 'example-old']);
	});

	it('has nothing to say where nothing is at the address', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		smile.webhooks.add();
		const { context, node, global } = hooks({ stored: { node: owned } });

		expect(await unsubscribe(context)).toBe(true);

		expect([said(smile), node, global]).toEqual([[], {}, {}]);
	});

	it('names the webhook that lies in another environment', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		const { context } = hooks({ stored: { node: { ...owned, environment: 'Sandbox' } } });

		await unsubscribe(context);

		expect(said(smile)).toEqual([
			`warn: A webhook may be left at Smile: w-0 at ${address}, in the environment Sandbox: the credential now names ${smile.baseUrl}. ${cleanUp}`,
		]);
	});

	it('fails when Smile cannot be asked, and forgets nothing', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		smile.interfere('GET', refused);
		const { context, node } = hooks({ stored: { node: owned } });

		await expect(unsubscribe(context)).rejects.toThrow('Could not read the webhooks at Smile');

		expect(node).toEqual(owned);
	});

	it('ends a registration that n8n has not gone on with, which held up a removal', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		const { id } = smile.webhooks.add({ url: address });
		await unsubscribe(hooks({ stored: { node: owned } }).context);
		expect(await isSubscribed(hooks({ parameters: { events: ['USER_CREATED'] } }).context)).toBe(
			false,
		);
		await time.advance(10_000);
		expect(smile.ids).toEqual([id]);

		await unsubscribe(hooks().context);

		await waitFor(() => smile.ids.length === 0);
	});
});

describe('unpublishing without a state that says whose the address is', () => {
	const left = (id: string, url: string, why: string) =>
		`warn: A webhook may be left at Smile: ${id} at ${url}, ${why}. ${cleanUp}`;

	it('leaves what is there, and names it', async () => {
		const { smile, id: workflowId, hooks } = ownWorkflow();
		const { id } = smile.webhooks.add({ url: address });
		smile.webhooks.add();

		expect(await unsubscribe(hooks().context)).toBe(true);
		await time.advance(10_000);

		expect(smile.writes).toEqual([]);
		const why = `since nothing stored with the workflow ${workflowId} says that it is its own`;
		expect(said(smile)).toEqual([left(id, address, why)]);
	});

	it('names the webhook that this workflow had at another address', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		const environment = smile.baseUrl;
		const { context, node } = hooks({
			stored: { node: { ...owned, webhookUrl: elsewhere, environment } },
		});

		expect(await unsubscribe(context)).toBe(true);

		expect(node).toEqual({});
		const why = `the address of this trigger before it became ${address}: another n8n may use it`;
		expect(said(smile)).toEqual([left('w-0', elsewhere, why)]);
	});

	it('does not name the webhook of the workflow that it was copied from', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		const state = { ...owned, workflowId: 'original', webhookUrl: elsewhere };
		const { context, node } = hooks({ stored: { node: state } });

		expect(await unsubscribe(context)).toBe(true);

		expect([said(smile), node]).toEqual([[], {}]);
	});

	it('does not stop n8n when Smile cannot be asked, and says so', async () => {
		const { smile, hooks, name } = ownWorkflow();
		smile.interfere('GET', refused);

		expect(await unsubscribe(hooks().context)).toBe(false);

		const [line] = said(smile);
		expect(line).toContain(`warn: A webhook may be left at Smile: at ${address}, of the trigger`);
		expect(line).toContain(`${name}. Could not read the webhooks at Smile: `);
		expect(line).toMatch(/INVALID_PARAMETERS.+\. If nobody needs it, delete it/);
	});
});

describe('after an activation that failed', () => {
	const fail = async (hooks: (more: Partial<HookOptions>) => ReturnType<typeof hooksOf>) =>
		await expect(subscribe(hooks({ parameters: { events: [] } }).context)).rejects.toThrow();

	it('the webhook that was there is named, and stays', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		const { id } = smile.webhooks.add({ url: address });
		await fail(hooks);

		expect(
			await unsubscribe(hooks({ stored: { node: { ...owned, webhookId: id } } }).context),
		).toBe(true);
		await time.advance(10_000);

		expect(smile.ids).toEqual([id]);
		expect(said(smile)).toEqual([
			`warn: A webhook may be left at Smile: ${id} at ${address}, as it was before a registration failed. ${cleanUp}`,
		]);
	});

	it.each([
		['nothing', {}],
		['no id', { webhookId: undefined }],
		['no address', { webhookUrl: undefined }],
		['another workflow', { workflowId: 'original' }],
		['an unsaved workflow', { workflowId: '' }],
	])('nothing is named where %s is stored', async (what, change) => {
		const { smile, hooks, owned } = ownWorkflow();
		await fail(hooks);
		const node = what === 'nothing' ? {} : { ...owned, ...change };

		expect(await unsubscribe(hooks({ stored: { node } }).context)).toBe(true);

		expect([smile.calls, said(smile)]).toEqual([[], []]);
	});

	it('of the other trigger of the workflow what this one has kept is named, although nothing is stored', async () => {
		const { smile, hooks, owned } = ownWorkflow();
		await subscribe(hooks().context);
		const [id] = smile.ids;
		// An edit lets go of the trigger and registers it anew; n8n before 2.40 stores what that one says last.
		await unsubscribe(hooks({ stored: { node: { ...owned, webhookId: id } } }).context);
		expect(await isSubscribed(hooks().context)).toBe(true);
		const node = { id: 'node-2', name: 'Other' };
		await fail((more) => hooks({ ...more, node, address: elsewhere }));
		smile.lines.length = 0;

		expect(await unsubscribe(hooks().context)).toBe(true);
		await time.advance(10_000);

		expect(smile.ids).toEqual([id]);
		expect(said(smile)).toEqual([
			`warn: A webhook may be left at Smile: ${id} at ${address}, as it was before a registration failed. ${cleanUp}`,
		]);
	});

	it('of the other trigger of the workflow what this one has made is removed, and no more', async () => {
		const { smile, hooks, id: workflowId } = ownWorkflow();
		await subscribe(hooks().context);
		const foreign = smile.webhooks.add({ url: address });
		const node = { id: 'node-2', name: 'Other' };
		await fail((more) => hooks({ ...more, node, address: elsewhere }));

		expect(await unsubscribe(hooks({ workflow: { id: workflowId } }).context)).toBe(true);
		await time.advance(10_000);

		await waitFor(() => smile.ids.length === 1);
		expect(smile.ids).toEqual([foreign.id]);
	});
});
