import { randomUUID } from 'node:crypto';

import { accountFor, nothingLostNothingTwice } from '../../support/n8n/account';
import { storedExecutions } from '../../support/n8n/database';
import type { Workflow } from '../../support/n8n/types';
import { triggerNode } from '../../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { streamWhile } from '../../support/smile/streamWhile';

const parameters = { events: ['ALL_EVENTS'] };

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());
beforeEach(() => world.smile.webhooks.clear());

const webhooks = () => world.smile.webhooks.all;
const executionsOf = ({ id }: Workflow) => storedExecutions(world.n8n.userFolder, id);
const someEvents = async () => await streamWhile(world.smile, async () => await Promise.resolve());

describe('several triggers', () => {
	it('in two workflows with one credential start each workflow once for an event', async () => {
		const workflows = [await world.publish(parameters), await world.publish(parameters)];

		const { sent } = await someEvents();

		for (const [index, { url: address }] of webhooks().entries()) {
			const workflow = workflows[index];
			const own = sent.filter(({ url }) => url === address);
			expect(accountFor(own, executionsOf(workflow))).toEqual(nothingLostNothingTwice);
			await world.unpublish(workflow);
			expect(webhooks()).toHaveLength(1 - index);
		}
	});

	it('in one workflow start it once each for an event', async () => {
		const single = await world.publish(parameters);
		await world.unpublish(single);
		const [trigger] = single.nodes;
		const second = { ...trigger, id: randomUUID(), webhookId: randomUUID(), name: 'Second' };
		const { connections } = single;
		const nodes = [...single.nodes, second];
		const workflow = await world.rest.createWorkflow({ name: 'Two triggers', nodes, connections });
		await world.rest.activate(workflow);
		expect(webhooks()).toHaveLength(2);

		const { sent } = await someEvents();

		for (const name of [triggerNode, 'Second']) {
			const own = executionsOf(workflow).filter(({ trigger }) => trigger === name);
			expect(accountFor(sent, own)).toEqual(nothingLostNothingTwice);
		}
		await world.unpublish(workflow);
		expect(webhooks()).toEqual([]);
	});
});
