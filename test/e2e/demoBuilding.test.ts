import { liveProcesses } from '../demo/liveProcesses';
import { startDemo, type RunningDemo } from '../demo/runDemo';
import { freePort } from '../support/freePort';
import { connectRest, type N8nRest } from '../support/n8n/rest';
import type { Credential } from '../support/n8n/types';
import {
	actionNode,
	actionWorkflow,
	enrichWorkflow,
	manualNode,
	triggerNode,
} from '../support/n8n/workflows';

const patience = 600_000;

describe('whoever builds in the demo', () => {
	let running: RunningDemo;
	let rest: N8nRest;
	let credential: Credential;
	beforeAll(async () => {
		// Another test file may have a demo on the usual port at the same time.
		running = await startDemo(['--port', String(await freePort())]);
		const [, origin] = await running.printed(/n8n is ready at (\S+)/);
		await running.printed('Ctrl-C stops everything');
		rest = await connectRest({ origin });
		[credential] = await rest.call<Credential[]>('GET', '/credentials');
	}, patience);
	afterAll(async () => await running?.clear(), 60_000);

	it('gets every event in a workflow of its own, with data behind it', async () => {
		const parameters = { events: ['TASK_FINISHED', 'INCOMES_ADDED'], options: {} };
		const input = enrichWorkflow({ name: 'Built', parameters, credential });
		const workflow = await rest.createWorkflow(input);
		await rest.activate(workflow);

		const executions = await rest.waitForExecutions(workflow.id, 2);
		await running.printed(/TASK_FINISHED +signed +200 accepted by Built\n/);
		await rest.deactivate(workflow);

		for (const execution of executions) {
			const found = execution.items(actionNode).map(({ json }) => json.record);
			expect(execution.error).toBeUndefined();
			expect(found.filter((record) => record !== null)).not.toEqual([]);
		}
	});

	it('gets a rare event too, in a test run', async () => {
		const parameters = { events: ['VERIFICATION_COMPLETED'], options: { output: 'simplified' } };
		const workflow = await rest.createWorkflow(
			enrichWorkflow({ name: 'Tried', parameters, credential }),
		);

		const run = await rest.runManually(workflow.id, triggerNode);
		const [execution] = await rest.waitForExecutions(workflow.id, 1);

		expect(run).toEqual({ waitingForWebhook: true });
		expect(execution).toMatchObject({ mode: 'manual', status: 'success' });
		expect(execution.items(actionNode)).toMatchObject([{ json: { datapoint: 'verification' } }]);
		await running.printed(/VERIFICATION_COMPLETED +signed +200 accepted by Tried \(test run\)/);
	});

	it('sends a test event to a webhook from the list, and it arrives', async () => {
		const find = { resource: 'webhook', operation: 'getAll', returnAll: true };
		const webhooks = (await rest.runAction({ parameters: find, credential })).items(actionNode);
		const own = webhooks.find(({ json }) => json.name === 'n8n: Smile demo');

		const webhookId = { __rl: true, mode: 'list', value: String(own?.json.id) };
		const event = { resource: 'event', operation: 'sendTest', eventType: 'INCOMES_ADDED' };
		const parameters = { ...event, webhookId };
		const { items, error } = await rest.runAction({ parameters, credential });

		expect(error).toBeUndefined();
		expect(items(actionNode)).toMatchObject([
			{ json: { status: 200, answer: { status: 'accepted' } } },
		]);
	});

	it('runs code', async () => {
		const code = { jsCode: 'return [{ json: { sum: 1 + 1 } }]' };
		const node = { id: 'code', name: 'Code', type: 'n8n-nodes-base.code', typeVersion: 2 };
		const { nodes, ...input } = actionWorkflow({ parameters: {}, credential });
		const workflow = await rest.createWorkflow({
			...input,
			nodes: [nodes[0], { ...node, position: [220, 0], parameters: code }],
			connections: { [manualNode]: { main: [[{ node: 'Code', type: 'main', index: 0 }]] } },
		});

		const run = await rest.runManually(workflow.id, manualNode);
		const [execution] = await rest.waitForExecutions(workflow.id, 1);

		expect(run).toHaveProperty('executionId');
		expect(execution.items('Code')).toMatchObject([{ json: { sum: 2 } }]);
	});

	it('makes a user, whose person then links an account', async () => {
		const parameters = { resource: 'user', operation: 'create' };
		const [{ json }] = (await rest.runAction({ parameters, credential })).items(actionNode);

		const shown = `${String(json.id).slice(0, 'acme-1234'.length)}…`;
		await running.printed(
			new RegExp(`The person of ${shown} opens[^]+ACCOUNT_CONNECTED[^]+userId: ${shown}`),
		);
	});

	it('ends everything with Ctrl-C, and leaves no program and no file', async () => {
		await running.printed(/Ctrl-C stops everything[^]+forged: changed on the way/);
		const programs = await running.programs();

		running.interrupt();
		const code = await running.ended;

		expect(running.output()).toMatch(/Login +\S+@\S+\n +Password +\S+/);
		expect(running.output()).toContain('Both have ended');
		expect(code).toBe(0);
		expect(programs).not.toEqual([]);
		expect(await liveProcesses(programs)).toEqual([]);
		expect(await running.temporaryFiles()).toEqual([]);
	});
});
