import type { Editor } from './support/editor';
import type { NodePanel } from './support/nodePanel';
import { listOfResources, resourcesIn } from './support/resourceList';
import { useBuilder } from './support/useBuilder';

const builder = useBuilder();

/** Adds the Smile node to an AI Agent, as one of its tools. */
async function addTool(): Promise<NodePanel> {
	const { world, editor } = builder();
	const agent = {
		id: 'agent-node',
		name: 'AI Agent',
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 2,
		position: [0, 0] as [number, number],
		parameters: {},
	};
	const workflow = { name: 'Agent', nodes: [agent], connections: {} };
	await editor.openWorkflow(await world.rest.createWorkflow(workflow));
	// Now and then n8n's list of tools is a moment later one of all nodes, where the node is found without its word.
	for (let tries = 1; (await findTool(editor)) !== 'Smile Tool'; tries += 1) {
		expect(tries).toBeLessThan(3);
		await editor.page.keyboard.press('Escape');
	}
	await editor.part('node-creator-item-name').first().click();
	return await editor.openedNode();
}

/** Opens n8n's list of tools for the agent and searches it. Gives what is found. */
async function findTool(editor: Editor): Promise<string> {
	const tools = editor.page.locator('[data-connection-type=ai_tool]');
	await tools.getByTestId('canvas-handle-plus').click();
	// Until then a search goes through all nodes. Now and then n8n lists kinds of nodes first.
	const header = editor.part('nodes-list-header').filter({ hasText: 'Tools' });
	const isThere = await header.waitFor({ timeout: 10_000 }).then(
		() => true,
		() => false,
	);
	if (!isThere)
		await editor.part('node-creator-item-name').getByText('Tools', { exact: true }).click();
	await header.waitFor();
	return (await editor.searchNodes('smile')).join();
}

describe('a person who gives an AI Agent the Smile node as a tool', () => {
	it('opens every resource and operation', async () => {
		const panel = await addTool();

		const listed = await resourcesIn(panel);
		await panel.choose('resource', 'Income');
		await panel.choose('operation', 'Get Many');

		expect(listed).toEqual(listOfResources);
		expect(await panel.labels()).toEqual(
			expect.arrayContaining(['Tool Description', 'Resource', 'Operation', 'Return All', 'Limit']),
		);
	});

	it('lets the model fill in the ID', async () => {
		const panel = await addTool();
		await panel.choose('operation', 'Get');

		await panel.part('from-ai-override-button').first().click();

		const field = panel.part('parameter-item').filter({ hasText: 'Defined automatically' });
		await field.last().waitFor();
		expect(await field.last().innerText()).toMatch(/Webhook[^]*Defined automatically by the model/);
	});

	it('lets the model fill in the user of a filter', async () => {
		const panel = await addTool();
		await panel.choose('resource', 'Income');
		await panel.choose('operation', 'Get Many');
		await panel.addOption('User ID', 'Filters');

		const field = panel.part('resource-locator-userId');
		await field.getByTestId('from-ai-override-button').click();

		await field.getByText('Defined automatically by the model').waitFor();
		expect(await panel.labels()).toContain('User ID');
	});

	it('runs it by itself with what the model would fill in, and sees the result', async () => {
		const { world, editor } = builder();
		const webhook = world.smile.webhooks.add({ name: 'Payroll alerts' });
		const panel = await addTool();
		await panel.choose('operation', 'Get');
		await panel.part('from-ai-override-button').first().click();

		await panel.executeButton.click();
		const question = editor.page.getByRole('dialog').filter({ hasText: 'normally come from' });
		await question.locator('input:visible').first().fill(webhook.id);
		await question.getByTestId('execute-workflow-button').click();

		await panel.output.getByText('Payroll alerts').waitFor();
		world.smile.webhooks.clear();
	});
});
