import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { accountFor, nothingLostNothingTwice } from '../../support/n8n/account';
import { storedExecutions } from '../../support/n8n/database';
import type { Publication, Workflow, WorkflowInput } from '../../support/n8n/types';
import { afterNode } from '../../support/n8n/workflows';
import { isAtLeast } from '../../support/n8n/version';
import { borrowN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { streamWhile as arrivingWhile } from '../../support/smile/streamWhile';

/** Milliseconds before Smile's second and third try, a tenth of the shortest that Smile is known for. */
const retryPauses = [3_000, 6_000];
const everyMs = 50;
const parameters = { events: ['ALL_EVENTS'] };

/** Before its publication service n8n registered all triggers of a workflow anew with each change. */
const keepsWebhook = isAtLeast(2, 40);

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());
beforeEach(() => {
	world.smile.webhooks.clear();
	world.smile.journal.clear();
});

const webhooks = () => world.smile.webhooks.all;
const executionsOf = ({ id }: Workflow) => storedExecutions(world.n8n.userFolder, id);

/** The nodes of a workflow, one of them changed. */
function changed(nodes: INode[], name: string, change: Partial<INode>): INode[] {
	return nodes.map((node) => (node.name === name ? { ...node, ...change } : node));
}

const streamWhile = async (work: () => Promise<unknown>) =>
	await arrivingWhile(world.smile, work, { everyMs, retryPauses });

describe('a published workflow, while events arrive', () => {
	const edits: Array<[string, (workflow: Workflow) => Partial<WorkflowInput>]> = [
		['is renamed', () => ({ name: 'Renamed' })],
		[
			'gets another node behind its trigger',
			({ nodes }) => ({ nodes: changed(nodes, afterNode, { notes: 'Changed' }) }),
		],
	];

	it.each(edits)('%s, and loses nothing that Smile sends', async (_edit, edit) => {
		const workflow = await world.publish(parameters);
		const before = webhooks();

		const { sent } = await streamWhile(async () => {
			await world.rest.updateWorkflow(workflow.id, edit(workflow));
			await world.rest.activate(workflow);
		});

		expect(accountFor(sent, executionsOf(workflow))).toEqual(nothingLostNothingTwice);
		if (keepsWebhook) expect(webhooks()).toEqual(before);
		expect(webhooks()).toHaveLength(1);
		await world.unpublish(workflow);
	});

	it('is duplicated, and each of both runs once for an event', async () => {
		const workflow = await world.publish(parameters);
		const nodes = workflow.nodes.map((node) => ({ ...node, webhookId: randomUUID() }));
		let copy = workflow;

		const { sent } = await streamWhile(async () => {
			const { connections } = workflow;
			copy = await world.rest.createWorkflow({ name: 'Copy', nodes, connections });
			await world.rest.activate(copy);
		});

		const [first, second] = webhooks().map(({ url }) => url);
		const sentTo = (address: string) => sent.filter(({ url }) => url === address);
		expect(accountFor(sentTo(first), executionsOf(workflow))).toEqual(nothingLostNothingTwice);
		expect(accountFor(sentTo(second), executionsOf(copy))).toEqual(nothingLostNothingTwice);
		expect(sentTo(second).length).toBeGreaterThan(0);
		await world.unpublish(workflow);
		await world.unpublish(copy);
	});

	it('keeps its webhook when a copy with the same address cannot be published', async () => {
		const workflow = await world.publish(parameters);
		const before = webhooks();
		let refused: Publication | undefined;

		const { sent } = await streamWhile(async () => {
			const { nodes, connections } = workflow;
			const copy = await world.rest.createWorkflow({ name: 'Copy', nodes, connections });
			refused = await world.rest.publish(copy);
			await world.rest.deactivate(copy);
		});

		expect(refused).toMatchObject({
			status: 'failed',
			errorMessage: expect.stringMatching(/conflict|already taken/),
		});
		expect(webhooks()).toEqual(before);
		expect(accountFor(sent, executionsOf(workflow))).toEqual(nothingLostNothingTwice);
		await world.unpublish(workflow);
	});
});
