import closeAGap from '../../workflows/close-a-gap.json';
import { changeRows, importFile, publishFile, rowCount, runOnce } from '../support/n8n/readyMade';
import type { Execution, Workflow } from '../support/n8n/types';
import { hasTables } from '../support/n8n/version';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';

const itWithTables = hasTables ? it : it.skip;

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());

describe('the ready-made workflow "close a gap"', () => {
	const hour = 3_600_000;
	const ago = (hours: number) => new Date(Date.now() - hours * hour);
	let workflow: Workflow;
	const night = async () => await runOnce(world, workflow, 'Every Night');
	const typesIn = ({ items }: Execution) =>
		items('Describe Event').map(({ json }) => String(json.eventType));
	beforeAll(async () => {
		workflow = await importFile(world, closeAGap);
	});
	afterEach(() => world.smile.faults.clear());

	itWithTables('handles an event that arrived and rebuilds those that did not, once', async () => {
		const now = Date.now();
		const happened = world.smile.data.happen(new Date(now - 3 * hour), new Date(now - hour));
		const workflow = await publishFile(world, closeAGap);
		const [arrived] = happened;
		await world.smile.emit({ id: 'et-arrived', version: 1, ...arrived });
		const [handled] = await world.rest.waitForExecutions(workflow.id, 1);

		const first = await runOnce(world, workflow, 'Every Night');
		const second = await runOnce(world, workflow, 'Every Night');

		expect([handled.error, first.error, second.error]).toEqual([undefined, undefined, undefined]);
		expect(handled.items('Describe Event').map(({ json }) => json.eventId)).toEqual(['et-arrived']);
		const described = first.items('Your step here').map(({ json }) => json);
		expect(described.map(({ eventType }) => eventType)).toEqual(
			expect.arrayContaining(['USER_CREATED', 'INCOMES_ADDED']),
		);
		expect(described).not.toContainEqual(
			expect.objectContaining({ eventType: arrived.type, userId: arrived.data.userId }),
		);
		expect(second.items('Describe Event')).toEqual([]);
		await world.unpublish(workflow);
	});

	itWithTables('loses nothing by nights that n8n slept through, for seven days', async () => {
		await night();
		const before = await rowCount(world, 'Smile catch-up');
		const users = (from: Date) =>
			world.smile.data.happen(from, new Date(from.getTime() + hour / 4), {
				people: 1,
				account: 'failed',
				archive: 'none',
				invited: false,
			}).length;
		users(ago(24 * 8));
		const missed = users(ago(24 * 6)) + users(ago(24 * 3)) + users(ago(30));
		const nightsAgo = { until: ago(24 * 6 + 1).toISOString() };
		await changeRows(world, 'Smile catch-up', ['name', 'close-a-gap'], nightsAgo);

		const first = await night();
		const second = await night();

		expect([first.error, second.error]).toEqual([undefined, undefined]);
		expect(typesIn(first)).toHaveLength(missed);
		expect(typesIn(second)).toEqual([]);
		expect([before, await rowCount(world, 'Smile catch-up')]).toEqual([1, 1]);
	});

	itWithTables('goes on without what Smile refuses, tells it, and comes back to it', async () => {
		await night();
		world.smile.data.happen(ago(0.9), ago(0.2), {
			people: 2,
			account: 'failed',
			invited: true,
		});
		const refusal = { kind: 'status', status: 403, path: '/invites', times: Infinity } as const;
		world.smile.faults.next(refusal);

		const nights = [await night(), await night()];
		world.smile.faults.clear();
		const last = await night();

		for (const { error, items } of nights) {
			const [message] = items('Your message here').map(({ json }) => String(json.text));
			expect(message).toMatch(/Not read: invites \(Could not read the invites .*\)$/);
			expect(error?.message).toBe(message);
		}
		expect(typesIn(nights[0])).toEqual(expect.arrayContaining(['USER_CREATED', 'ACCOUNT_FAILED']));
		expect(typesIn(nights[0]).join()).not.toContain('INVITE');
		expect(typesIn(nights[1])).toEqual([]);
		expect(last.error).toBeUndefined();
		expect(typesIn(last)).toEqual(['INVITE_INVITED', 'INVITE_INVITED']);
	});

	itWithTables('begins again where Smile refused everything for a night', async () => {
		await night();
		const happened = world.smile.data.happen(ago(0.9), ago(0.2), {
			people: 1,
			account: 'failed',
			archive: 'none',
			invited: false,
		});
		world.smile.faults.next({ kind: 'status', status: 400, path: /.*/, times: Infinity });

		const failed = await night();
		world.smile.faults.clear();
		const next = await night();

		expect(failed.error?.message).toContain('Could not read the users');
		expect(typesIn(next)).toHaveLength(happened.length);
	});
});
