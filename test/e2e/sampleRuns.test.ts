import { catalogue } from '../../nodes/Smile/events/catalogue';
import { freePort } from '../support/freePort';
import { triggerNode, triggerWorkflow } from '../support/n8n/workflows';
import { startN8nWorld, type N8nWorld } from '../support/n8n/world';
import { thrownBy } from '../support/thrownBy';
import { eventually } from '../support/waitFor';

const sampled = async ({ rest, credential }: N8nWorld, events: string[], options: object = {}) =>
	await rest.createWorkflow(
		triggerWorkflow({
			parameters: { events, options: { sampleInTests: true, ...options } },
			credential,
		}),
	);

describe('an n8n on http://localhost', () => {
	let world: N8nWorld;
	beforeAll(async () => {
		const port = await freePort();
		world = await startN8nWorld({ port, publicUrl: `http://localhost:${port}` });
	});
	afterAll(async () => await world?.close());
	beforeEach(() => world.smile.journal.clear());

	it('shows a made-up event at once when a step is executed, and asks Smile nothing', async () => {
		const workflow = await sampled(world, ['TASK_FINISHED'], { includePayload: true });

		const started = await world.rest.runManually(workflow.id, triggerNode);
		const [execution] = await world.rest.waitForExecutions(workflow.id, 1);

		expect(started).toEqual({ waitingForWebhook: true });
		expect(execution).toMatchObject({ mode: 'manual', status: 'success' });
		const [{ json }] = execution.items(triggerNode);
		expect(json).toMatchObject({
			id: expect.stringMatching(/^et-test-[0-9a-f]{32}$/),
			type: 'TASK_FINISHED',
		});
		expect(Object.keys(json.data as object).sort()).toEqual(
			Object.keys(catalogue.TASK_FINISHED.data().shape).sort(),
		);
		expect(world.smile.journal.entries).toEqual([]);
		expect(world.n8n.log()).not.toMatch(/unhandled/i);
	});

	it('brings another event each time and leaves no test address behind', async () => {
		const workflow = await sampled(world, ['ALL_EVENTS'], {
			output: 'records',
			includePayload: true,
			datapoints: ['INCOMES'],
			userIds: 'acme-1',
			smileIpOnly: true,
		});
		const [{ webhookId }] = workflow.nodes;
		const address = `${world.n8n.origin}/webhook-test/${String(webhookId)}/webhook`;
		const statusThere = async () => (await fetch(address, { method: 'POST', body: '{}' })).status;

		await world.rest.runManually(workflow.id, triggerNode);
		await world.rest.waitForExecutions(workflow.id, 1);
		await eventually(async () => (await statusThere()) === 404);
		await world.rest.runManually(workflow.id, triggerNode);
		const executions = await world.rest.waitForExecutions(workflow.id, 2);
		await eventually(async () => (await statusThere()) === 404);

		const items = executions.map((execution) => execution.items(triggerNode)[0].json);
		expect(items.map(({ datapoint, userId }) => [datapoint, userId])).toEqual([
			['incomes', 'acme-1'],
			['incomes', 'acme-1'],
		]);
		expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(2);
		expect(world.smile.journal.entries).toEqual([]);
	});

	it('names the option when it is published, which needs https', async () => {
		const workflow = await sampled(world, ['USER_CREATED']);

		const publication = await world.rest.publish(workflow);

		expect(publication.errorMessage).toContain('Set N8N_WEBHOOK_URL');
		expect(publication.errorMessage).toContain('add the option Sample Event in Test Runs');
		expect(world.smile.journal.of('POST', '/webhooks')).toEqual([]);
	});
});

describe('an n8n that does not reach its own address', () => {
	it('says so before the editor waits', async () => {
		const world = await startN8nWorld({ publicUrl: `http://localhost:${await freePort()}` });
		try {
			const workflow = await sampled(world, ['USER_CREATED']);

			const { message } = await thrownBy(world.rest.runManually(workflow.id, triggerNode));

			expect(message).toContain('n8n cannot reach its own test address http://localhost:');
			expect(message).toContain('the connection was refused. Set N8N_WEBHOOK_URL');
			expect(await world.rest.listExecutions(workflow.id)).toEqual([]);
		} finally {
			await world.close();
		}
	});
});
