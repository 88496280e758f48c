import type { INodeExecutionData } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const statuses = ({ journal }: SimulatedSmile) => journal.entries.map(({ status }) => status);
const gaps = ({ journal }: SimulatedSmile) => {
	const times = journal.entries.map(({ at }) => at.getTime());
	return times.slice(1).map((time, index) => time - times[index]);
};
const items = (count: number): INodeExecutionData[] =>
	Array.from({ length: count }, () => ({ json: {} }));

/** Smile as it is: more than 20 requests within a second are answered 429. */
async function strictSmile(): Promise<SimulatedSmile> {
	return await worlds.startSmile({ rateLimit: 20 });
}

async function listUsers(smile: SimulatedSmile, count: number, abortSignal?: AbortSignal) {
	const parameters = { resource: 'user', operation: 'getAll', limit: 1 };
	return await runAction({ smile, parameters, items: items(count), abortSignal });
}

describe('the limit of 20 requests a second', () => {
	it('is never passed by the items of one execution', async () => {
		const smile = await strictSmile();
		const begun = Date.now();

		await listUsers(smile, 45);

		expect(new Set(statuses(smile))).toEqual(new Set([200]));
		expect(statuses(smile)).toHaveLength(45);
		expect(Date.now() - begun).toBeGreaterThanOrEqual(2_000);
	});

	it('is shared by executions and nodes that run at the same time', async () => {
		const smile = await strictSmile();
		smile.webhooks.add();

		await Promise.all([
			listUsers(smile, 15),
			listUsers(smile, 15),
			runAction({
				smile,
				parameters: { resource: 'webhook', operation: 'getAll' },
				items: items(15),
			}),
		]);

		expect(new Set(statuses(smile))).toEqual(new Set([200]));
		expect(statuses(smile)).toHaveLength(45);
	});

	it('lets the first twenty go at once', async () => {
		const smile = await strictSmile();

		await listUsers(smile, 20);

		expect(Math.max(...gaps(smile))).toBeLessThan(900);
	});

	it('of one Smile does not hold back requests to another', async () => {
		const [busy, idle] = [await strictSmile(), await strictSmile()];
		await listUsers(busy, 20);
		const begun = Date.now();

		await listUsers(idle, 1);

		expect(Date.now() - begun).toBeLessThan(900);
	});
});

describe('an answer that the limit is passed', () => {
	it('is followed by growing pauses and the same request', async () => {
		const smile = await worlds.startSmile();
		smile.data.people(1);
		smile.faults.next({ kind: 'status', status: 429, path: '/users', times: 2 });

		const found = await listUsers(smile, 1);

		expect(found).toHaveLength(1);
		expect(statuses(smile)).toEqual([429, 429, 200]);
		const [first, second] = gaps(smile);
		expect(first).toBeGreaterThanOrEqual(350);
		expect(second).toBeGreaterThanOrEqual(700);
	});
});

describe('a cancelled execution', () => {
	const second = 1_000;

	async function cancelWhen(
		run: (signal: AbortSignal) => Promise<unknown>,
		isTime: () => Promise<unknown>,
	): Promise<number> {
		const cancelling = new AbortController();
		const ended = run(cancelling.signal).then(
			() => 'ended well',
			(error: Error) => error.message,
		);
		await isTime();
		const at = Date.now();
		cancelling.abort();
		expect(await ended).toBe('The execution was cancelled');
		return Date.now() - at;
	}

	const requests = async (smile: SimulatedSmile, count: number) =>
		await smile.journal.waitFor(() => smile.journal.entries.length >= count);

	it('ends within a second while it waits for its turn', async () => {
		const smile = await strictSmile();

		const took = await cancelWhen(
			async (signal) => await listUsers(smile, 400, signal),
			async () => await requests(smile, 20),
		);

		expect(took).toBeLessThan(second);
		expect(statuses(smile).length).toBeLessThan(60);
	});

	it('ends within a second in the pause after a 429', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 429, path: '/users', times: Infinity });

		const took = await cancelWhen(
			async (signal) => await listUsers(smile, 1, signal),
			async () => await requests(smile, 3),
		);

		expect(took).toBeLessThan(second);
		expect(statuses(smile)).toHaveLength(3);
	});

	it('ends within a second while Smile takes its time to answer', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'hang', path: '/users' });

		const took = await cancelWhen(
			async (signal) => await listUsers(smile, 1, signal),
			async () => await requests(smile, 1),
		);

		expect(took).toBeLessThan(second);
		expect(statuses(smile)).toHaveLength(1);
	});

	it('ends while Smile does not answer, although the workflow continues after errors', async () => {
		const smile = await strictSmile();
		smile.faults.next({ kind: 'hang', path: '/users', times: Infinity });

		await cancelWhen(
			async (abortSignal) =>
				await runAction({
					smile,
					abortSignal,
					continueOnFail: true,
					items: items(200),
					parameters: { resource: 'user', operation: 'getAll' },
				}),
			async () => await requests(smile, 20),
		);

		expect(statuses(smile)).toHaveLength(20);
	});
});
