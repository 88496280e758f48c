import { isFullRun } from '../support/fullRun';
import { accountFor, nothingLostNothingTwice } from '../support/n8n/account';
import { storedExecutions } from '../support/n8n/database';
import type { Workflow } from '../support/n8n/types';
import { actionNode } from '../support/n8n/workflows';
import { borrowN8nWorld, webhookSecret as oldSecret, type N8nWorld } from '../support/n8n/world';
import { EventStream } from '../support/smile/eventStream';
import { deliverEvent } from '../support/smile/sentEvent';
import { waitFor } from '../support/waitFor';

const newSecret = 'dummy-secret-after-the-rotation';
/** Milliseconds before Smile's second and third try, shorter than Smile's own; a busy n8n is still back before the last. */
const retryPauses = [3_000, 30_000];

let world: N8nWorld;
let workflow: Workflow;
let stream: EventStream;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());

beforeEach(async () => {
	await saveSecrets({ webhookSecret: oldSecret, previousWebhookSecret: '' });
	workflow = await world.publish({ events: ['ALL_EVENTS'] });
	stream = new EventStream(world.smile, { everyMs: 50, retryPauses, timeoutMs: 60_000 });
	await moreEvents();
});
afterEach(async () => {
	await stream.stop();
	// The next test must not find this one's webhook, which n8n 2.40 and later keep for ten seconds.
	await world.unpublish(workflow);
});

const webhooks = () => world.smile.webhooks.all;
const account = () => accountFor(stream.sent, storedExecutions(world.n8n.userFolder, workflow.id));

async function saveSecrets(secrets: { webhookSecret: string; previousWebhookSecret: string }) {
	await world.rest.updateCredential(world.credential, { ...world.credentialData, ...secrets });
}

/** Some more events have happened and some more deliveries ended. */
async function moreEvents(): Promise<void> {
	const ended = stream.sent.length + 10;
	await waitFor(() => stream.sent.length >= ended, { timeoutMs: 60_000 });
}

describe('a changed secret, while events arrive', () => {
	it('loses none and repeats none when the Smile node replaces the webhook', async () => {
		const [old] = webhooks();

		await saveSecrets({ webhookSecret: newSecret, previousWebhookSecret: oldSecret });
		await moreEvents();
		const updated = await world.rest.runAction({
			parameters: {
				resource: 'webhook',
				operation: 'update',
				webhookId: { __rl: true, mode: 'id', value: old.id },
				updateFields: { secret: '' },
			},
			credential: world.credential,
		});
		await moreEvents();
		const late = await deliverEvent(world.smile, old, { timeoutMs: 60_000 });
		await saveSecrets({ webhookSecret: newSecret, previousWebhookSecret: '' });
		await moreEvents();
		await stream.stop();

		expect(updated.items(actionNode)).toMatchObject([{ json: { replacedWebhookId: old.id } }]);
		expect(webhooks()).toMatchObject([{ url: old.url, secret: newSecret }]);
		expect(late.tries).toEqual([200]);
		expect(stream.unheard).toEqual([]);
		expect(account()).toEqual(nothingLostNothingTwice);
		if (isFullRun) await oldSecretIsRefused();

		async function oldSecretIsRefused() {
			const isRefused = async () => {
				const { tries } = await deliverEvent(world.smile, old, { retry: false });
				return tries[0] === 401;
			};
			await waitFor(isRefused, { timeoutMs: 65_000, intervalMs: 1_000 });
		}
	});

	it('loses none that Smile sends when the workflow is unpublished and published', async () => {
		const [old] = webhooks();

		await saveSecrets({ webhookSecret: newSecret, previousWebhookSecret: oldSecret });
		await moreEvents();
		await world.rest.deactivate(workflow);
		await world.rest.activate(workflow);
		await moreEvents();
		await stream.stop();

		expect(webhooks()).toMatchObject([{ url: old.url, secret: newSecret }]);
		expect(account()).toEqual(nothingLostNothingTwice);
	});
});
