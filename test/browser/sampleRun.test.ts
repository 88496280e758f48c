import { catalogue } from '../../nodes/Smile/events/catalogue';
import { freePort } from '../support/freePort';
import { startHttpsFront, type HttpsFront } from '../support/n8n/httpsFront';
import { triggerNode, triggerWorkflow } from '../support/n8n/workflows';
import type { NodePanel } from './support/nodePanel';
import { openTrigger } from './support/panels';
import { photograph } from './support/pictures';
import { useBuilder } from './support/useBuilder';

const sampleId = /et-test-[0-9a-f]{32}/;
const parameters = { events: ['TASK_FINISHED'], options: { sampleInTests: true } };

/** Executes the step and returns the event that the output then shows, as JSON. */
async function sampleIn(panel: NodePanel): Promise<string> {
	await panel.executeButton.click();
	await panel.output.getByText(sampleId).first().waitFor();
	await panel.output.getByTestId('radio-button-json').click();
	await panel.output.getByText('"payload"').first().waitFor();
	return await panel.output.innerText();
}

describe('a person with an n8n on http://localhost', () => {
	const builder = useBuilder(async () => {
		const port = await freePort();
		return { port, publicUrl: `http://localhost:${port}` };
	});

	it('sees a whole made-up event at once, and nothing is asked of Smile', async () => {
		const { editor, world } = builder();
		const panel = await openTrigger(builder(), { events: ['TASK_FINISHED'] });
		await panel.addOption('Sample Event in Test Runs', 'Options');
		await panel.part('parameter-input-sampleInTests').click();
		world.smile.journal.clear();

		const shown = await sampleIn(panel);
		await editor.closeNotifications();
		await photograph(editor, 'sample-localhost');

		for (const field of Object.keys(catalogue.TASK_FINISHED.data().shape)) {
			expect(shown).toContain(`"${field}"`);
		}
		expect(world.smile.journal.entries).toEqual([]);
		expect(editor.page.url()).toContain('http://127.0.0.1');
	});

	it('reads of the option where publishing needs an address', async () => {
		const { editor } = builder();
		const panel = await openTrigger(builder(), parameters);

		await panel.close();
		await editor.publish();
		const said = await editor.notification('Workflow could not be published');
		await photograph(editor, 'sample-publish');

		expect(said).toContain('Smile delivers to https addresses only');
		expect(said).toContain('add the option Sample Event in Test Runs');
	});
});

describe('a person whose workflow is published', () => {
	let front: HttpsFront | undefined;
	const builder = useBuilder(async () => {
		front = await startHttpsFront();
		return front.options;
	});
	afterAll(async () => await front?.close());

	it('sees a made-up event beside it, and the published one goes on as before', async () => {
		const { editor, world } = builder();
		const { rest, smile } = world;
		const input = triggerWorkflow({ parameters, credential: world.credential });
		const workflow = await rest.createWorkflow(input);
		await rest.activate(workflow);
		const [published, ...others] = smile.webhooks.all;
		await editor.openWorkflow(workflow);
		const panel = await editor.openNode(triggerNode);

		const shown = await sampleIn(panel);
		await editor.closeNotifications();
		await photograph(editor, 'sample-published');
		const id = sampleId.exec(shown)?.[0];
		await smile.emit('TASK_FINISHED');
		const executions = await rest.waitForExecutions(workflow.id, 2);

		const modes = executions.map(({ mode }) => mode).sort();
		const production = executions.find(({ mode }) => mode === 'webhook');
		expect(id).toBeDefined();
		expect(others).toEqual([]);
		expect(smile.webhooks.all).toEqual([published]);
		expect(modes).toEqual(['manual', 'webhook']);
		expect(production?.items(triggerNode)[0].json.id).not.toBe(id);
	});
});
