import { accountFor, nothingLostNothingTwice } from '../../support/n8n/account';
import { storedExecutions } from '../../support/n8n/database';
import type { Credential } from '../../support/n8n/types';
import { triggerNode, triggerWorkflow } from '../../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { EventStream } from '../../support/smile/eventStream';
import { deliverEvent } from '../../support/smile/sentEvent';
import { waitFor } from '../../support/waitFor';

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());
beforeEach(() => world.smile.webhooks.clear());

const webhooks = () => world.smile.webhooks.all;

async function newCredential(): Promise<Credential> {
	const { credentialData: data } = world;
	return await world.rest.createCredential({ name: 'Another', type: 'getSmileApi', data });
}

async function newWorkflow(credential = world.credential) {
	const parameters = { events: ['ALL_EVENTS'] };
	return await world.rest.createWorkflow(triggerWorkflow({ parameters, credential }));
}

describe('a credential that was deleted', () => {
	it('costs no event when another one takes its place between two tries of Smile', async () => {
		const deleted = await newCredential();
		const workflow = await newWorkflow(deleted);
		await world.rest.activate(workflow);
		await world.rest.deleteCredential(deleted);
		const [webhook] = webhooks();

		const delivering = deliverEvent(world.smile, webhook, { retryPauses: [5_000, 30_000] });
		await waitFor(() => world.n8n.log().includes('credential could not be read'), {
			timeoutMs: 60_000,
		});
		const { id, name } = await newCredential();
		const nodes = workflow.nodes.map((node) =>
			node.name === triggerNode ? { ...node, credentials: { getSmileApi: { id, name } } } : node,
		);
		await world.rest.updateWorkflow(workflow.id, { nodes });
		await world.rest.activate(workflow);
		const sent = [await delivering];

		expect(sent[0].tries[0]).toBe(503);
		expect(accountFor(sent, storedExecutions(world.n8n.userFolder, workflow.id))).toEqual(
			nothingLostNothingTwice,
		);
		expect(webhooks()).toHaveLength(1);
		await world.rest.deactivate(workflow);
	});

	it('leaves a webhook at Smile when its workflow is unpublished', async () => {
		const deleted = await newCredential();
		const workflow = await newWorkflow(deleted);
		await world.rest.activate(workflow);
		await world.rest.deleteCredential(deleted);

		await world.rest.deactivate(workflow);

		expect(webhooks()).toHaveLength(1);
	});
});

describe('a key that is wrong', () => {
	afterEach(async () => {
		await world.rest.updateCredential(world.credential, world.credentialData);
	});
	const breakKey = async () =>
		await world.rest.updateCredential(world.credential, {
			...world.credentialData,
			apiSecret: 'dummy-wrong',
		});

	it('at publishing is told, and publishing works once it is right', async () => {
		const workflow = await newWorkflow();
		await breakKey();

		const refused = await world.rest.publish(workflow);
		await world.rest.updateCredential(world.credential, world.credentialData);
		const published = await world.rest.publish(workflow);

		expect(refused.status).toBe('failed');
		expect(refused.errorMessage).toContain('refused the API key');
		expect(published.status).toBe('published');
		expect(webhooks()).toHaveLength(1);
		await world.rest.deactivate(workflow);
	});

	it('later loses no event, and leaves a webhook only until it is right again', async () => {
		const workflow = await world.publish({ events: ['ALL_EVENTS'] });
		const stream = new EventStream(world.smile, { everyMs: 100, timeoutMs: 60_000 });
		await waitFor(() => stream.sent.length >= 3, { timeoutMs: 60_000 });
		await breakKey();
		await waitFor(() => stream.sent.length >= 12, { timeoutMs: 60_000 });
		const sent = await stream.stop();

		await world.rest.deactivate(workflow);
		const left = webhooks().length;
		await world.rest.updateCredential(world.credential, world.credentialData);
		await world.rest.activate(workflow);
		await world.unpublish(workflow);

		expect(accountFor(sent, storedExecutions(world.n8n.userFolder, workflow.id))).toEqual(
			nothingLostNothingTwice,
		);
		expect(left).toBe(1);
		expect(webhooks()).toEqual([]);
	});
});
