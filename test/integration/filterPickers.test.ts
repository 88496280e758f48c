import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';

import { smileNode } from '../support/contexts/packageClasses';
import { read } from '../support/dataReading';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const picked = (mode: string, value: unknown) =>
	({ __rl: true, mode, value, cachedResultName: 'Maria' }) as never;
const queryOf = (smile: SimulatedSmile) => smile.journal.of('GET', '/incomes')[0].query;

describe.each([
	['userId', 'User ID'],
	['sourceId', 'Source ID'],
])('the filter %s', (name, label) => {
	const filters = (value: unknown): INodeParameters => ({ filters: { [name]: value as never } });

	it.each([
		['picked from the list', picked('list', ' id-1 ')],
		['entered by ID', picked('id', 'id-1')],
		['entered by an expression', picked('id', '={{ $json.absent ?? "id-1" }}')],
		['stored as plain text', 'id-1'],
		['stored as a plain expression', '={{ "id" + "-1" }}'],
		['a number', '={{ 17 }}'],
		['edited where it was plain text', picked('', 'id-1')],
		['picked whole by an expression', '={{ ({ mode: "list", value: "id-1" }) }}'],
	])('is sent when it was %s', async (how, value) => {
		const smile = await worlds.startSmile();

		await read(smile, 'income', filters(value));

		expect(queryOf(smile)[name]).toBe(how === 'a number' ? '17' : 'id-1');
	});

	it.each([
		['added and left as it is', picked('list', '')],
		['left without an ID', picked('id', ' ')],
		['picked as the note that not all was searched', picked('list', '')],
		['null', picked('list', null)],
		['an expression that gives nothing', picked('id', '={{ $json.absent }}')],
		['a list that is empty', picked('id', '={{ [] }}')],
		['a way out of the address', picked('id', '..')],
	])('stops the item when it is %s', async (_how, value) => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(read(smile, 'income', filters(value)));

		expect(error.message).toMatch(
			new RegExp(`^The field ${label} (holds nothing|holds a list, not text)$`),
		);
		expect(error.description).toBe('Pick one from the list, or enter its ID, or remove it.');
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(['id-1', '={{ $json.id }}', picked('list', 'id-1'), picked('list', '')])(
		'%j is kept by n8n as it was stored, and holds no workflow up',
		async (value) => {
			const { description } = await smileNode();
			const parameters = { resource: 'income', operation: 'getAll', ...filters(value) };
			const node = { parameters, typeVersion: 1, name: 'Smile' } as unknown as INode;

			const kept = NodeHelpers.getNodeParameters(
				description.properties,
				parameters,
				true,
				false,
				node,
				description,
			);
			const issues = NodeHelpers.getNodeParametersIssues(
				description.properties,
				{ ...node, parameters: kept ?? {} },
				description,
			);

			expect(kept?.filters).toEqual({ [name]: value });
			expect(issues).toBeNull();
		},
	);
});
