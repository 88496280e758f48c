import type { INode } from 'n8n-workflow';

import storeIncomes from '../../workflows/store-incomes.json';
import { triggerNode, triggerWorkflow } from '../support/n8n/workflows';
import { waitFor } from '../support/waitFor';
import type { Theme } from './support/openWindow';
import type { Editor } from './support/editor';
import { photograph } from './support/pictures';
import { useBuilder } from './support/useBuilder';

const kilobyte = 1024;

const builder = useBuilder();

describe.each<Theme>(['light', 'dark'])('a picture for the README, %s,', (theme) => {
	let editor: Editor;
	beforeAll(async () => {
		editor = await builder().openWindow(theme);
		await editor.page.setViewportSize({ width: 1360, height: 640 });
	});

	it('shows the trigger with an event that arrived', async () => {
		const { world } = builder();
		const parameters = {
			events: ['ACCOUNT_FAILED', 'INCOMES_ADDED'],
			options: { ignoreDuplicates: true, output: 'event' },
		};
		const input = triggerWorkflow({ parameters, credential: world.credential });
		// The trigger alone: n8n would lay a button for the next node over the item.
		const workflow = { ...input, nodes: input.nodes.slice(0, 1), connections: {} };
		await editor.openWorkflow(await world.rest.createWorkflow(workflow));
		const panel = await editor.openNode(triggerNode);
		await panel.listen();

		await world.smile.emit('INCOMES_ADDED');
		await panel.output.getByText('INCOMES_ADDED').first().waitFor();
		await panel.output.getByTestId('radio-button-schema').click();
		await editor.closeNotifications();
		const size = await photograph(editor, `trigger-${theme}`);

		expect(size).toBeLessThan(150 * kilobyte);
		await waitFor(() => world.smile.webhooks.all.length === 0, { timeoutMs: 60_000 });
	});

	it('shows a ready-made workflow', async () => {
		const { world } = builder();
		const { id, name, type } = world.credential;
		const nodes = (storeIncomes.nodes as unknown as INode[]).map((node) =>
			node.type.startsWith('n8n-nodes-smile.')
				? { ...node, credentials: { [type]: { id, name } } }
				: node,
		);
		const workflow = { name: storeIncomes.name, nodes, connections: storeIncomes.connections };
		await editor.openWorkflow(await world.rest.createWorkflow(workflow));

		await editor
			.part('canvas-node')
			.nth(nodes.length - 2)
			.waitFor();
		await editor.part('zoom-to-fit').click();
		await editor.settle();
		const size = await photograph(editor, `workflow-${theme}`);

		expect(size).toBeLessThan(150 * kilobyte);
	});
});
