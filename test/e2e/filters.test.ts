import { sampleEvent } from '../../nodes/Smile/events/sample';
import { triggerNode } from '../support/n8n/workflows';
import { untilLogged } from '../support/n8n/untilLogged';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';

describe("a published trigger's filters", () => {
	let world: N8nWorld;
	beforeAll(async () => {
		world = await borrowN8nWorld();
	});
	afterAll(async () => await world?.close());

	it('spare executions and let only the chosen records out', async () => {
		const workflow = await world.publish({
			events: ['TASK_FINISHED', 'USER_CREATED'],
			options: {
				includePayload: true,
				output: 'records',
				datapoints: ['INCOMES', 'LINKS'],
				statuses: ['SUCCEEDED'],
				sourceTypes: ['ACCOUNT'],
				providers: '={{ "acme_payroll_ph, nbi_ph" }}',
			},
		});
		const finished = async (id: string, data: object) =>
			await world.smile.deliver(sampleEvent('TASK_FINISHED', { id, data }));

		const ignored = [
			await finished('et-1', { datapoints: ['IDENTITIES'] }),
			await finished('et-2', { datapoints: [] }),
			await finished('et-3', { status: 'FAILED' }),
			await finished('et-4', { sourceType: 'ARCHIVE' }),
			await finished('et-5', { providers: ['sss_ph'] }),
			await world.smile.deliver('USER_CREATED'),
		];
		const accepted = [
			await finished('et-6', {}),
			await finished('et-7', { datapoints: ['LINK'], sourceType: null, status: undefined }),
		];
		const executions = await world.rest.waitForExecutions(workflow.id, 2);

		const filtered = JSON.stringify({ status: 'ignored', reason: 'filtered' });
		expect(ignored.map(({ status, body }) => [status, body])).toEqual(
			ignored.map(() => [200, filtered]),
		);
		expect(accepted.map(({ status }) => status)).toEqual([200, 200]);
		expect(executions).toHaveLength(2);
		for (const execution of executions) {
			const kinds = execution.items(triggerNode).map(({ json }) => json.datapoint);
			expect(kinds).toEqual(['incomes', 'links']);
		}
		await untilLogged(world.n8n, 'Smile delivery ignored: filtered');
		await world.unpublish(workflow);
	});
});
