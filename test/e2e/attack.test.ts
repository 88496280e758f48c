import { storedExecutions } from '../support/n8n/database';
import type { Workflow } from '../support/n8n/types';
import { borrowN8nWorld, webhookSecret, type N8nWorld } from '../support/n8n/world';
import { flood, type FloodOutcome } from '../support/attack/flood';
import { mostOfOneReason, rejectionLines } from '../support/attack/rejectionLines';
import { isFullRun } from '../support/fullRun';

const FORGED = isFullRun ? 10_000 : 500;
const HONEST_EVERY = isFullRun ? 1_000 : 100;
const PATIENCE_MS = isFullRun ? 3_600_000 : 900_000;

describe(`${FORGED} forged deliveries to a real n8n`, () => {
	let world: N8nWorld;
	let workflow: Workflow;
	let outcome: FloodOutcome;
	let minutes = 0;

	beforeAll(async () => {
		world = await borrowN8nWorld();
		workflow = await world.publish({ events: ['ALL_EVENTS'] });
		const [webhook] = world.smile.webhooks.all;
		const url = webhook.url.replace(world.n8n.publicUrl, world.n8n.origin);
		const startedAt = Date.now();
		const options = { url, secret: webhookSecret, seed: 20_260_304, forged: FORGED };
		outcome = await flood({ ...options, honestEvery: HONEST_EVERY });
		minutes = (Date.now() - startedAt) / 60_000;
		await world.rest.waitForExecutions(workflow.id, outcome.honest.length, 120_000);
	}, PATIENCE_MS);
	afterAll(async () => await world?.close());

	it('are all answered, and none with a success', () => {
		expect(outcome.succeeded).toEqual([]);
		expect([...new Set(outcome.unanswered)]).toEqual([]);
		expect(outcome.statuses[401]).toBeGreaterThan(FORGED / 2);
	});

	it('start no execution, while each genuine one among them does', () => {
		const executions = storedExecutions(world.n8n.userFolder, workflow.id);

		expect(outcome.honest).toHaveLength(FORGED / HONEST_EVERY);
		expect(outcome.honest.filter(({ status }) => status !== 200)).toEqual([]);
		expect(executions.map(({ eventId }) => eventId).sort()).toEqual(
			outcome.honest.map(({ id }) => id).sort(),
		);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	});

	it('write a line for each reason and minute, which says how many there were', () => {
		const lines = rejectionLines(world.n8n.log().split('\n'));

		expect(lines.length).toBeGreaterThan(0);
		expect(mostOfOneReason(lines)).toBeLessThanOrEqual(Math.ceil(minutes) + 1);
	});

	it('leave n8n as it was: it answers the next event', async () => {
		const { status } = await world.smile.deliver('USER_CREATED');

		expect(status).toBe(200);
		await world.rest.waitForExecutions(workflow.id, outcome.honest.length + 1);
	});
});
