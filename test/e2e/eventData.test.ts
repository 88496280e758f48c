import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import type { Execution } from '../support/n8n/types';
import { actionNode, enrichWorkflow, triggerNode } from '../support/n8n/workflows';
import { startN8nWorld, type N8nWorld } from '../support/n8n/world';
import { listOfDatapoint } from '../support/smile/data/kinds';
import { eventsOfOneKind, tellEvents, type ToldEvent } from '../support/smile/data/toldEvents';

const types = Object.keys(catalogue);
const idOf = (type: string) => `et-${type}`;

describe('a workflow with Smile Trigger and Get Data, for an event of type', () => {
	let world: N8nWorld;
	let told: Map<string, ToldEvent>;
	const executions = new Map<string, Execution>();

	beforeAll(async () => {
		world = await startN8nWorld();
		const { smile, rest, credential } = world;
		told = tellEvents(smile, new Date('2026-03-04T08:00:00Z'));
		const parameters = { events: ['ALL_EVENTS'] };
		const workflow = await rest.createWorkflow(enrichWorkflow({ parameters, credential }));
		await rest.activate(workflow);
		for (const { type, createdAt = '2026-03-04T05:06:07Z', data } of told.values()) {
			const event = { id: idOf(type), version: 1, type, createdAt, data };
			const [{ status }] = await smile.emit(event, { retry: false });
			expect([type, status]).toEqual([type, 200]);
		}
		for (const one of await rest.waitForExecutions(workflow.id, types.length, 120_000)) {
			executions.set(String(one.items(triggerNode)[0].json.type), one);
		}
	}, 300_000);
	afterAll(async () => await world?.close());

	/** The items that Get Data made of the event of this type. */
	const itemsOf = (type: string): IDataObject[] => {
		const execution = executions.get(type);
		expect(execution?.error).toBeUndefined();
		return (execution?.items(actionNode) ?? []).map(({ json }) => json);
	};

	it.each(types)('%s, gives an item for each record', (type) => {
		const items = itemsOf(type);

		expect(items.length).toBeGreaterThan(0);
		for (const item of items) {
			expect(item).toMatchObject({ eventId: idOf(type), eventType: type });
			expect(item.datapoint).toEqual(expect.any(String));
			expect(item.record).toEqual(expect.any(Object));
		}
	});

	it.each(eventsOfOneKind)('%s, gives the %s that Smile holds, unchanged', (type, kind) => {
		const held = world.smile.data.of(kind, String(told.get(type)?.data.accountId));

		expect(itemsOf(type).map(({ record }) => record)).toEqual(held);
		expect(held.length).toBeGreaterThan(0);
	});

	it('TASK_FINISHED, gives every record that its account has', () => {
		const { sourceId } = told.get('TASK_FINISHED')?.data ?? {};
		const kinds = Object.values(listOfDatapoint);
		const held = kinds.flatMap((kind) => world.smile.data.of(kind, String(sourceId)));

		const ids = itemsOf('TASK_FINISHED').map(({ record }) => (record as IDataObject).id);

		expect([...ids].sort()).toEqual(held.map(({ id }) => id).sort());
		expect(held.length).toBeGreaterThan(10);
	});
});
