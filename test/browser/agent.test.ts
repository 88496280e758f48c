import { startBuilder, type Builder } from './support/builder';
import type { NodePanel } from './support/nodePanel';
import { photographEachTest } from './support/pictures';

let builder: Builder;
beforeAll(async () => {
	builder = await startBuilder();
});
afterAll(async () => await builder?.close());
photographEachTest(() => builder?.editor);
afterEach(() => expect(builder?.editor.pageErrors).toEqual([]));

/** Adds the Smile node to an AI Agent, as one of its tools. */
async function addTool(): Promise<NodePanel> {
	const { world, editor } = builder;
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
	const tools = editor.page.locator('[data-connection-type=ai_tool]');
	await tools.getByTestId('canvas-handle-plus').click();
	expect(await editor.searchNodes('smile')).toEqual(['Smile Tool']);
	await editor.part('node-creator-item-name').first().click();
	return await editor.openedNode();
}

describe('a person who gives an AI Agent the Smile node as a tool', () => {
	it('opens every resource and operation', async () => {
		const panel = await addTool();

		const found = await panel.openList('resource');
		expect(await found.count()).toBe(19);
		await builder.editor.page.keyboard.press('Escape');
		await panel.choose('resource', 'Income');
		await panel.choose('operation', 'Get Many');

		expect(await panel.labels()).toEqual(
			expect.arrayContaining(['Tool Description', 'Resource', 'Operation', 'Return All', 'Limit']),
		);
	});

	it('lets the model fill in the ID', async () => {
		const panel = await addTool();
		await panel.choose('operation', 'Get');

		await panel.part('from-ai-override-button').first().click();

		const field = panel.part('parameter-item').filter({
			has: builder.editor.page.getByTestId('from-ai-override-field'),
		});
		await field.last().waitFor();
		expect(await field.last().innerText()).toMatch(/Webhook[^]*Defined automatically by the model/);
	});

	it('runs it by itself with what the model would fill in, and sees the result', async () => {
		const { world, editor } = builder;
		const webhook = world.smile.webhooks.add({ name: 'Payroll alerts' });
		const panel = await addTool();
		await panel.choose('operation', 'Get');
		await panel.part('from-ai-override-button').first().click();

		await panel.executeButton.click();
		const question = editor.page.getByRole('dialog').filter({ hasText: 'Test' });
		await question.locator('input').first().fill(webhook.id);
		await question.getByRole('button', { name: 'Execute step' }).click();

		await panel.output.getByText('Payroll alerts').waitFor();
		world.smile.webhooks.clear();
	});
});
