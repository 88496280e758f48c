import type { IDataObject } from 'n8n-workflow';

import closeAGap from '../../workflows/close-a-gap.json';
import { importFile, rowCount } from '../support/n8n/readyMade';
import type { Execution, Workflow } from '../support/n8n/types';
import { actionNode, triggerNode } from '../support/n8n/workflows';
import { hasTables } from '../support/n8n/version';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';
import type { Happened } from '../support/smile/data/diary';
import { keyOf, tracesOf } from '../support/smile/data/traces';

const hour = 3_600_000;
const begin = new Date(Date.now() - 24.5 * hour);
const end = new Date(Date.now() - 0.5 * hour);
/** So many events arrive before n8n goes down. */
const before = 20;
const describeWithTables = hasTables ? describe : describe.skip;

describeWithTables('after a day for most of which n8n was down', () => {
	let world: N8nWorld;
	let gap: Workflow;
	let happened: Happened[];
	let arrived: Execution[];
	let nights: Execution[];

	beforeAll(async () => {
		world = await borrowN8nWorld();
		gap = await importFile(world, closeAGap);
		await world.rest.activate(gap);
		happened = world.smile.data.happen(begin, end, { people: 12 });
		for (let index = 0; index < before; index += 1) await emit(index);
		arrived = await world.rest.waitForExecutions(gap.id, before, 60_000);

		await world.n8n.stop({ keepUserFolder: true });
		const tries: Array<Array<string | undefined>> = [];
		for (let index = before; index < happened.length; index += 1) tries.push(await emit(index));
		// Three tries that nobody answered: Smile has given up on every other event of the day.
		expect(tries).toEqual(tries.map(() => Array<string>(3).fill('ECONNREFUSED')));

		await world.start();
		nights = [await closeTheGap(), await closeTheGap()];
	}, 300_000);
	afterAll(async () => await world?.close());

	async function emit(index: number): Promise<Array<string | undefined>> {
		const [{ attempts }] = await world.smile.emit({
			id: `et-${index}`,
			version: 1,
			...happened[index],
		});
		return attempts.map(({ error }) => error);
	}

	async function closeTheGap(): Promise<Execution> {
		const started = await world.rest.runManually(gap.id, 'Every Night');
		if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
		return await world.rest.finishedExecution(started.executionId, 120_000);
	}

	const handledIn = ({ items }: Execution) =>
		items('Describe Event').map(({ json }) =>
			keyOf({ ...json, type: json.eventType } as unknown as Happened),
		);

	it('every event that did not arrive and can be rebuilt is, and no other', () => {
		const { rebuildable, untraceable } = tracesOf(happened);
		const delivered = new Set(happened.slice(0, before).map(keyOf));

		expect(nights[0].error).toBeUndefined();
		expect(handledIn(nights[0]).sort()).toEqual(rebuildable.filter((key) => !delivered.has(key)));
		expect(rebuildable.length).toBeGreaterThan(before + 100);
		expect(untraceable.length).toBeGreaterThan(0);
	});

	it('none is handled twice, also on the next night and after another start of n8n', async () => {
		await world.restart();
		const all = [...arrived, ...nights, await closeTheGap()];

		expect(all.map(({ error }) => error)).toEqual(all.map(() => undefined));
		expect(all.slice(-2).map(handledIn)).toEqual([[], []]);
		const handled = all.flatMap(handledIn);
		expect(new Set(handled).size).toBe(handled.length);
		expect(await rowCount(world, 'Smile events')).toBe(handled.length);
	});

	it('they have the same ids whenever they are asked for', async () => {
		const times = { start: begin.toISOString(), end: end.toISOString() };
		const parameters = { resource: 'event', operation: 'getMissed', ...times };
		const ask = async (): Promise<IDataObject[]> => {
			const { credential, rest } = world;
			const { items } = await rest.runAction({ credential, parameters });
			return items(actionNode).map(({ json }) => json);
		};

		const [first, again] = [await ask(), await ask()];

		expect(again).toEqual(first);
		expect((first as unknown as Happened[]).map(keyOf).sort()).toEqual(
			tracesOf(happened).rebuildable,
		);
		expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
		expect(first.filter(({ reconstructed }) => reconstructed !== true)).toEqual([]);
	});

	it('only ids are left in the table, and no other data of a person', () => {
		const notes = nights[0].items('Note Events').map(({ json }) => String(json.event));

		const data = notes.map((note) => (JSON.parse(note) as { data: object }).data);
		const fields = new Set(data.flatMap((one) => Object.keys(one)));
		expect([...fields].filter((name) => !/^id$|Id$|^taskType$/.test(name))).toEqual([]);
		expect(fields.size).toBeGreaterThan(5);
	});

	it('the trigger listens again, through the webhook that it had', async () => {
		const id = 'et-after-the-gap';
		const { rest, smile } = world;
		const [webhook] = smile.webhooks.all;
		const count = (await rest.listExecutions(gap.id)).length;

		const { status } = await smile.deliver('USER_CREATED', { to: webhook, overrides: { id } });
		const executions = await rest.waitForExecutions(gap.id, count + 1);

		expect(status).toBe(200);
		expect(
			executions
				.at(-1)
				?.items(triggerNode)
				.map(({ json }) => json.id),
		).toEqual([id]);
		expect(smile.webhooks.all).toHaveLength(1);
	});
});
