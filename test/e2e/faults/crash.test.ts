import type { INode } from 'n8n-workflow';

import { accountFor, nothingLostNothingTwice } from '../../support/n8n/account';
import { storedExecutions } from '../../support/n8n/database';
import type { Workflow } from '../../support/n8n/types';
import { afterNode, triggerWorkflow } from '../../support/n8n/workflows';
import { isAtLeast } from '../../support/n8n/version';
import { borrowN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { lapse } from '../../support/lapse';
import { deliverEvent, tryAgain } from '../../support/smile/sentEvent';
import { eventually, waitFor } from '../../support/waitFor';

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());
beforeEach(() => world.smile.webhooks.clear());

/** Publishes a workflow whose second node takes a minute, so that a crash meets it at work. */
async function publishSlowWorkflow(): Promise<Workflow> {
	const input = triggerWorkflow({
		parameters: { events: ['ALL_EVENTS'] },
		credential: world.credential,
	});
	const wait: Partial<INode> = {
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		// Up to 65 seconds n8n waits in its memory.
		parameters: { amount: 60, unit: 'seconds' },
		webhookId: 'resumed-after-the-wait',
	};
	const nodes = input.nodes.map((node) => (node.name === afterNode ? { ...node, ...wait } : node));
	const workflow = await world.rest.createWorkflow({ ...input, nodes });
	await world.rest.activate(workflow);
	return workflow;
}

const webhook = () => world.smile.webhooks.all[0];
const send = async () =>
	await deliverEvent(world.smile, webhook(), { retry: false, timeoutMs: 60_000 });
const executionsOf = ({ id }: Workflow) => storedExecutions(world.n8n.userFolder, id);

/** n8n 1 answers before it stores an execution, so a crash in between loses the event. */
const describeWhereStored = isAtLeast(2, 0) ? describe : describe.skip;

describeWhereStored('n8n killed hard', () => {
	it('right after the answer keeps the event', async () => {
		const workflow = await publishSlowWorkflow();
		const sent = [await send()];

		await world.restart('kill');

		expect(accountFor(sent, executionsOf(workflow))).toEqual(nothingLostNothingTwice);
		await world.rest.deactivate(workflow);
	});

	it('while a node runs marks the execution as crashed and keeps the event in it', async () => {
		const workflow = await publishSlowWorkflow();
		const sent = [await send()];
		// n8n tells a crash by its event log, which it writes some moments after a node has begun.
		await lapse(1_500);

		await world.restart('kill');
		await eventually(() => executionsOf(workflow).some(({ status }) => status === 'crashed'));

		expect(accountFor(sent, executionsOf(workflow))).toEqual(nothingLostNothingTwice);
		await world.rest.deactivate(workflow);
	});

	it('among many deliveries loses none, and repeats only what it had not answered', async () => {
		const workflow = await world.publish({ events: ['ALL_EVENTS'] });
		const deliveries = Array.from({ length: 100 }, async () => await send());
		await waitFor(() => executionsOf(workflow).length >= 5, { timeoutMs: 60_000 });

		await world.restart('kill');
		const firstTries = await Promise.all(deliveries);
		const sent = await tryAgain(world.smile, webhook(), firstTries, { timeoutMs: 240_000 });

		const { twice, ...rest } = accountFor(sent, executionsOf(workflow));
		const unanswered = sent.filter(({ tries }) => tries[0] === null).map(({ id }) => id);
		expect(rest).toEqual({ undelivered: [], lost: [] });
		expect(unanswered).not.toEqual([]);
		expect(unanswered).toEqual(expect.arrayContaining(twice));
		await world.rest.deactivate(workflow);
	});
});
