import { resources } from '../../nodes/Smile/actions/resources';
import { actionNode, actionWorkflow } from '../support/n8n/workflows';
import { startBuilder, type Builder } from './support/builder';
import type { NodePanel } from './support/nodePanel';

let builder: Builder;
beforeAll(async () => {
	builder = await startBuilder();
});
afterAll(async () => await builder?.close());
afterEach(() => expect(builder?.editor.pageErrors).toEqual([]));

/** Stores a workflow with the Smile node and opens the node. */
async function openAction(parameters: object): Promise<NodePanel> {
	const { world, editor } = builder;
	const input = { parameters: { ...parameters }, credential: world.credential };
	await editor.openWorkflow(await world.rest.createWorkflow(actionWorkflow(input)));
	return await editor.openNode(actionNode);
}

describe('a person who sets up the Smile node', () => {
	it('opens every operation of every resource', async () => {
		const panel = await openAction({});
		const offered: Record<string, string[]> = {};

		for (const { name, operations } of Object.values(resources)) {
			await panel.choose('resource', name);
			const list = await panel.openList('operation');
			offered[name] = await list.locator('[class*=option-headline]').allInnerTexts();
			await builder.editor.page.keyboard.press('Escape');
			for (const { option } of operations) {
				await panel.choose('operation', option.name);
				expect(await panel.labels()).toEqual(expect.arrayContaining(['Resource', 'Operation']));
			}
		}

		const expected = Object.values(resources).map(({ name, operations }) => [
			name,
			expect.arrayContaining(operations.map(({ option }) => option.name)),
		]);
		expect(offered).toEqual(Object.fromEntries(expected));
	});

	it('searches the list of webhooks and picks one', async () => {
		const { world, editor } = builder;
		const url = 'https://receiver.example.test/smile';
		const wanted = world.smile.webhooks.add({ name: 'Payroll alerts', url });
		world.smile.webhooks.add({ name: 'Something else', url });
		const panel = await openAction({ resource: 'webhook', operation: 'get' });

		const listed = await panel.searchLocator('payroll');
		await editor.page.getByText(`${wanted.name} (${url})`).click();
		await panel.executeButton.click();
		await panel.output.getByText(wanted.id).waitFor();

		expect(listed).toEqual([`${wanted.name} (${url})`]);
		expect(await panel.output.innerText()).toContain('Payroll alerts');
		world.smile.webhooks.clear();
	});

	it('drags a field of the output preview into the next node before anything ran', async () => {
		const { world, editor } = builder;
		const parameters = { resource: 'webhook', operation: 'getAll' };
		const input = actionWorkflow({ parameters, credential: world.credential });
		const set = {
			id: 'set-node',
			name: 'Edit Fields',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [440, 0] as [number, number],
			parameters: {},
		};
		const toSet = { main: [[{ node: set.name, type: 'main', index: 0 }]] };
		const workflow = await world.rest.createWorkflow({
			...input,
			nodes: [...input.nodes, set],
			connections: { ...input.connections, [actionNode]: toSet },
		});
		await editor.openWorkflow(workflow);
		const panel = await editor.openNode(set.name);

		const fields = await panel.inputFields();
		expect(fields).toEqual(expect.arrayContaining(['id', 'name', 'url', 'eventTypes']));
		await panel.dragField('url', panel.part('assignment-collection-drop-area'));
		await panel.part('assignment').waitFor();

		expect(await panel.part('assignment-value').innerText()).toContain('{{ $json.url }}');
		expect(await panel.part('ndv-input-panel').innerText()).toContain('Preview');
	});
});
