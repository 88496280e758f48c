import storeIncomes from '../../workflows/store-incomes.json';
import { choose } from '../support/journeys/journey';
import { journeyFiles, type WorkflowFile } from '../support/journeys/workflowFiles';
import type { Credential } from '../support/n8n/types';
import { triggerNode, triggerWorkflow } from '../support/n8n/workflows';
import { waitFor } from '../support/waitFor';
import type { Theme } from './support/openWindow';
import type { Editor } from './support/editor';
import { photograph } from './support/pictures';
import { useBuilder } from './support/useBuilder';

const kilobyte = 1024;

const builder = useBuilder();

/** One of each type that the nodes of ready-made workflows want. */
const credentials: Record<string, Credential> = {};
beforeAll(async () => {
	const { credential, rest } = builder().world;
	credentials.getSmileApi = credential;
	const others = {
		httpBasicAuth: { user: 'staff', password: 'dummy-password' },
		imap: { host: 'mail.example', password: 'dummy-password', user: 'office' },
		n8nApi: { apiKey: 'dummy-key', baseUrl: 'https://n8n.example/api/v1' },
		smtp: { host: 'mail.example', hostName: '', password: 'dummy-password', user: 'office' },
	};
	for (const [type, data] of Object.entries(others)) {
		credentials[type] = await rest.createCredential({ name: type, type, data });
	}
});

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
		await show(editor, storeIncomes as unknown as WorkflowFile);

		expect(await photograph(editor, `workflow-${theme}`)).toBeLessThan(150 * kilobyte);
	});
});

describe('a picture of each journey', () => {
	let editor: Editor;
	beforeAll(async () => {
		editor = await builder().openWindow('light');
		await editor.page.setViewportSize({ width: 1800, height: 1000 });
	});

	it.each(journeyFiles())('shows $file', async (workflow) => {
		await show(editor, workflow);

		const size = await photograph(editor, `journeys/${workflow.file.replace('.json', '')}`);

		expect(size).toBeLessThan(250 * kilobyte);
	});
});

/** Opens a workflow as it is once its credentials are chosen, whole on the canvas. */
async function show(editor: Editor, { name, nodes, connections }: WorkflowFile): Promise<void> {
	const complete = structuredClone(nodes);
	for (const node of complete) choose(node, credentials);
	const workflow = { name, nodes: complete, connections: { ...connections } };
	await editor.openWorkflow(await builder().world.rest.createWorkflow(workflow));
	const shown = nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	await editor
		.part('canvas-node')
		.nth(shown.length - 1)
		.waitFor();
	await editor.part('zoom-to-fit').click();
	await editor.settle();
}
