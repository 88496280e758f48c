import type { INode } from 'n8n-workflow';

import { sampleEvent } from '../../../nodes/Smile/events/sample';
import findExecutions from '../../../workflows/find-executions.json';
import { startJourneys, type Journeys } from '../../support/journeys/journey';
import { age, rowsOf } from '../../support/journeys/tables';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';

const table = 'Smile executions';
let journeys: Journeys;
let workflow: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startJourneys();
	workflow = await journeys.publish(findExecutions);
});
afterAll(async () => await journeys?.close());

/** Looks for an event or a user, as a person does who enters it in the node. */
async function look(name: 'eventId' | 'userId', value: string) {
	const say = ({ name: node, parameters }: INode) => {
		if (node !== 'What to Find') return;
		const { assignments } = parameters.assignments as { assignments: Array<{ name: string }> };
		Object.assign(assignments.find((one) => one.name === name) ?? {}, { value });
	};
	return await journeys.run(await journeys.load(findExecutions, say), 'When You Look');
}

(hasTables ? describe : describe.skip)('"find an event\'s execution"', () => {
	it('finds the executions of an event and of a user, the newest first', async () => {
		const { rest, smile } = journeys.world;
		const first = { ...sampleEvent('ACCOUNT_CONNECTED'), id: 'et-first' };
		const second = { ...first, id: 'et-second' };
		await smile.emit(first);
		await rest.waitForExecutions(workflow.id, 1);
		await smile.emit(second);
		const executions = await rest.waitForExecutions(workflow.id, 2);

		const byEvent = await look('eventId', 'et-first');
		const byUser = await look('userId', String(first.data.userId));

		const [one, other] = executions.map(({ id }) =>
			expect.stringMatching(new RegExp(`^https://.*/workflow/${workflow.id}/executions/${id}$`)),
		);
		expect(byEvent.items('Where It Is').map(({ json }) => json)).toMatchObject([
			{ eventId: 'et-first', eventType: 'ACCOUNT_CONNECTED', state: 'done', execution: one },
		]);
		expect(byUser.items('Where It Is').map(({ json }) => json.execution)).toEqual([other, one]);
	});

	it.each([
		['et-unknown', 'There is no row for et-unknown'],
		[' ', 'Enter the id of an event or of a user'],
	])('says so where it was told "%s"', async (id, message) => {
		const { error } = await look('eventId', id);

		expect(error?.message).toContain(message);
	});

	it('keeps a row for what failed on the way, and forgets rows after 30 days', async () => {
		const { rest, smile } = journeys.world;
		const [broken, before] = [structuredClone(findExecutions), await rowsOf(journeys.world, table)];
		const step = broken.nodes.find(({ name }) => name === 'Your step here');
		Object.assign(step ?? {}, {
			type: 'n8n-nodes-base.stopAndError',
			parameters: { errorMessage: 'A step of somebody' },
		});
		await journeys.world.unpublish(workflow);
		const failing = await journeys.publish(broken);
		await smile.emit({ ...sampleEvent('USER_CREATED'), id: 'et-failed' });
		await rest.waitForExecutions(failing.id, 1);
		const rows = await rowsOf(journeys.world, table);
		await age(journeys.world, table, ['state', 'done'], 31);

		await journeys.run(failing, 'Every Night');

		expect(before).toHaveLength(2);
		expect(rows).toContainEqual(expect.objectContaining({ eventId: 'et-failed', state: 'begun' }));
		expect(await rowsOf(journeys.world, table)).toMatchObject([{ eventId: 'et-failed' }]);
		const written = smile.journal.entries.filter(({ method }) => method !== 'GET');
		expect(written.filter(({ path }) => !path.startsWith('/webhooks'))).toEqual([]);
	});
});
