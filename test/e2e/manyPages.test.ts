import { isFullRun } from '../support/fullRun';
import { peakMemory } from '../support/n8n/peakMemory';
import { actionNode, actionWorkflow, manualNode } from '../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';
import { machine } from '../support/machine';

const pageSize = 150;
const pages = isFullRun ? 334 : 34;

describe(`${pages} pages of transactions in a real n8n`, () => {
	let world: N8nWorld;
	let count: number;
	beforeAll(async () => {
		world = await borrowN8nWorld({ rateLimit: true });
		world.smile.data.transactions(pages * pageSize - 100);
		count = world.smile.data.all('transactions').length;
	});
	afterAll(async () => await world?.close());

	it('come whole each time, hardly a request refused, and leave no memory behind', async () => {
		const { rest, smile, credential, n8n } = world;
		const parameters = { resource: 'transaction', operation: 'getAll', returnAll: true };
		const workflow = await rest.createWorkflow(actionWorkflow({ parameters, credential }));
		const readAll = async () => {
			const started = await rest.runManually(workflow.id, manualNode);
			if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
			const { error, items } = await rest.finishedExecution(started.executionId, 240_000);
			expect(error).toBeUndefined();
			expect(new Set(items(actionNode).map(({ json }) => json.id)).size).toBe(count);
		};

		const peaks: number[] = [];
		for (let run = 0; run < 4; run += 1) peaks.push(await peakMemory(n8n.pid, readAll));

		const statuses = smile.journal.of('GET', '/transactions').map(({ status }) => status);
		const refused = statuses.filter((status) => status === 429).length;
		machine.notice(
			`${count} transactions, peak MB of n8n: ${peaks.map(Math.round).join(', ')}; refused: ${refused}`,
		);
		expect(statuses.filter((status) => status !== 429)).toEqual(Array(4 * pages).fill(200));
		// A machine with other work to do lets requests leave later than they begin, some at once then.
		expect(refused).toBeLessThanOrEqual(Math.ceil(statuses.length / 50));
		// What a run needs is free for the next one: later runs stay near the highest of the first two.
		const [first, second, ...later] = peaks;
		expect(Math.max(...later)).toBeLessThan(1.25 * Math.max(first, second));
	}, 1_200_000);
});
