import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import type { Execution } from '../support/n8n/types';
import { actionNode, enrichWorkflow, triggerNode } from '../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';
import { heldBehind } from '../support/smile/data/held';
import { tellEvents, type ToldEvent } from '../support/smile/data/toldEvents';

const types = Object.keys(catalogue);
const idOf = (type: string) => `et-${type}`;

let world: N8nWorld;
let told: Map<string, ToldEvent>;
beforeAll(async () => {
	world = await borrowN8nWorld();
	told = tellEvents(world.smile, new Date('2026-03-04T08:00:00Z'));
	// More than two full pages, and more than a payload holds.
	world.smile.data.transactions(320, String(told.get('ACCOUNT_CONNECTED')?.data.accountId));
});
afterAll(async () => await world?.close());

/** Publishes trigger and Get Data, delivers every event and returns the executions by event type. */
async function readBehindTrigger(output: string): Promise<Map<string, Execution>> {
	const { smile, rest, credential } = world;
	const parameters = { events: ['ALL_EVENTS'], options: { output } };
	const workflow = await rest.createWorkflow(enrichWorkflow({ parameters, credential }));
	await rest.activate(workflow);
	smile.journal.clear();
	for (const { type, createdAt = '2026-03-04T05:06:07Z', data } of told.values()) {
		const event = { id: idOf(type), version: 1, type, createdAt, data };
		const [{ status }] = await smile.emit(event, { retry: false });
		expect([type, status]).toEqual([type, 200]);
	}
	const executions = await rest.waitForExecutions(workflow.id, types.length, 120_000);
	await world.unpublish(workflow);
	return new Map(
		executions.map((one) => {
			const [{ json }] = one.items(triggerNode);
			return [String(json.type ?? json.eventType), one];
		}),
	);
}

describe.each(['event', 'simplified'])(
	'a workflow with Smile Trigger in the form %s and Get Data, for an event of type',
	(output) => {
		let executions: Map<string, Execution>;
		beforeAll(async () => {
			executions = await readBehindTrigger(output);
		}, 300_000);

		/** The items that Get Data made of the event of this type. */
		const itemsOf = (type: string): IDataObject[] => {
			const execution = executions.get(type);
			expect(execution?.error).toBeUndefined();
			return (execution?.items(actionNode) ?? []).map(({ json }) => json);
		};

		it.each(types)('%s, gives exactly the records that Smile holds, all pages of them', (type) => {
			const event = told.get(type);
			if (!event) throw new Error(`No ${type} was told`);

			const held = heldBehind(world.smile.data, event);

			expect(itemsOf(type)).toEqual(
				held.map((one) => ({ eventId: idOf(type), eventType: type, ...one })),
			);
			expect(held.length).toBeGreaterThan(0);
		});

		it('any, costs only requests that Smile answers with data', () => {
			const { entries } = world.smile.journal;
			const requests = entries.filter(({ path }) => !path.startsWith('/webhooks'));

			expect(requests.length).toBeGreaterThan(types.length);
			expect(requests.filter(({ status }) => status !== 200)).toEqual([]);
		});
	},
);
