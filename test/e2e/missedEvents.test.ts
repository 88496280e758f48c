import closeAGap from '../../workflows/close-a-gap.json';
import { importFile } from '../support/n8n/readyMade';
import type { Execution, Workflow } from '../support/n8n/types';
import { triggerNode } from '../support/n8n/workflows';
import { startN8nWorld, type N8nWorld } from '../support/n8n/world';
import type { Happened } from '../support/smile/data/diary';
import { keyOf, tracesOf } from '../support/smile/data/traces';

const hour = 3_600_000;

describe('after a day without n8n', () => {
	let world: N8nWorld;
	let happened: Happened[];
	let listening: Workflow;
	let gap: Workflow;
	let first: Execution;

	beforeAll(async () => {
		world = await startN8nWorld();
		listening = await world.publish({ events: ['ALL_EVENTS'] });
		gap = await importFile(world, closeAGap);
		await world.n8n.stop({ keepUserFolder: true });

		const now = Date.now();
		happened = world.smile.data.happen(new Date(now - 24.5 * hour), new Date(now - 0.5 * hour));
		const tries = await Promise.all(
			happened.map(async (event, index) => {
				const id = `et-missed-${index}`;
				const [{ attempts }] = await world.smile.emit({ id, version: 1, ...event });
				return attempts.map(({ error }) => error);
			}),
		);
		// Three tries that nobody answered: Smile has given up on every event of the day.
		const refused = Array<string>(3).fill('ECONNREFUSED');
		expect(tries).toEqual(happened.map(() => refused));

		await world.start();
		first = await closeTheGap();
	}, 300_000);
	afterAll(async () => await world?.close());

	async function closeTheGap(): Promise<Execution> {
		const started = await world.rest.runManually(gap.id, 'Every Night');
		if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
		return await world.rest.finishedExecution(started.executionId, 60_000);
	}
	const rebuilt = ({ items }: Execution) =>
		items('Get Missed Events').map(({ json }) => json as unknown as Happened & { id: string });

	it('every event that can be rebuilt is, and no other', () => {
		const { rebuildable, untraceable } = tracesOf(happened);

		expect(first.error).toBeUndefined();
		expect(rebuilt(first).map(keyOf).sort()).toEqual(rebuildable);
		expect(first.items('Describe Event')).toHaveLength(rebuildable.length);
		expect(rebuildable.length).toBeGreaterThan(50);
		expect(untraceable.length).toBeGreaterThan(0);
	});

	it('none comes twice when it is asked for again, also after another start of n8n', async () => {
		const again = await closeTheGap();
		await world.restart();
		const afterRestart = await closeTheGap();

		for (const run of [again, afterRestart]) {
			expect(run.error).toBeUndefined();
			expect(rebuilt(run)).toEqual(rebuilt(first));
			expect(run.items('Describe Event')).toEqual([]);
		}
	});

	it('the trigger listens again, through the webhook that it had', async () => {
		const id = 'et-after-the-gap';
		const [webhook] = world.smile.webhooks.all;

		const { status } = await world.smile.deliver('USER_CREATED', {
			to: webhook,
			overrides: { id },
		});
		const [execution] = await world.rest.waitForExecutions(listening.id, 1);

		expect(status).toBe(200);
		expect(execution.items(triggerNode).map(({ json }) => json.id)).toEqual([id]);
		expect(world.smile.webhooks.all).toHaveLength(1);
	});
});
