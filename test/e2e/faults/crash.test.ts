import type { INode } from 'n8n-workflow';

import { accountFor, nothingLostNothingTwice } from '../../support/n8n/account';
import { storedExecutions } from '../../support/n8n/database';
import type { Workflow } from '../../support/n8n/types';
import { afterNode, triggerWorkflow } from '../../support/n8n/workflows';
import { startN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { newEventId, type SentEvent } from '../../support/smile/eventStream';
import { waitFor } from '../../support/waitFor';

/** Milliseconds before Smile's second and third try: the second may meet a dead n8n, the third not. */
const retryPauses = [5_000, 40_000];

let world: N8nWorld;
beforeAll(async () => {
	world = await startN8nWorld();
});
afterAll(async () => await world?.close());

/** Publishes a workflow whose second node takes a second, so that a crash meets it at work. */
async function publishSlowWorkflow(): Promise<Workflow> {
	const input = triggerWorkflow({
		parameters: { events: ['ALL_EVENTS'] },
		credential: world.credential,
	});
	const wait: Partial<INode> = {
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		parameters: { amount: 1, unit: 'seconds' },
		webhookId: 'resumed-after-the-wait',
	};
	const nodes = input.nodes.map((node) => (node.name === afterNode ? { ...node, ...wait } : node));
	const workflow = await world.rest.createWorkflow({ ...input, nodes });
	await world.rest.activate(workflow);
	return workflow;
}

async function send(id: string): Promise<SentEvent> {
	const overrides = { id };
	const { attempts, body } = await world.smile.deliver('INCOMES_ADDED', { overrides, retryPauses });
	return { id, url: '', tries: attempts.map(({ status }) => status), body };
}

const executionsOf = ({ id }: Workflow) => storedExecutions(world.n8n.userFolder, id);

describe('n8n killed hard', () => {
	it('right after the answer keeps the event, whose execution can be retried', async () => {
		const workflow = await publishSlowWorkflow();
		const sent = [await send(newEventId())];

		await world.restart('kill');
		const [crashed] = await waitFor(() => {
			const executions = executionsOf(workflow);
			return executions.every(({ status }) => status === 'crashed') && executions;
		});

		expect(accountFor(sent, executionsOf(workflow))).toEqual(nothingLostNothingTwice);
		await world.rest.call('POST', `/executions/${crashed.id}/retry`, { loadWorkflow: false });
		const retried = executionsOf(workflow).find(({ mode }) => mode === 'retry');
		expect(retried).toMatchObject({ eventId: sent[0].id, status: 'success' });
		await world.rest.deactivate(workflow);
	});

	it('among many deliveries loses none, and repeats only what it had not answered', async () => {
		const workflow = await world.publish({ events: ['ALL_EVENTS'] });
		const deliveries = Array.from({ length: 40 }, async () => await send(newEventId()));
		await waitFor(() => executionsOf(workflow).length >= 5);

		await world.restart('kill');
		const sent = await Promise.all(deliveries);

		const { twice, ...rest } = accountFor(sent, executionsOf(workflow));
		const unanswered = sent.filter(({ tries }) => tries[0] === null).map(({ id }) => id);
		expect(rest).toEqual({ undelivered: [], lost: [] });
		expect(unanswered).not.toEqual([]);
		expect(unanswered).toEqual(expect.arrayContaining(twice));
		await world.rest.deactivate(workflow);
	});
});
