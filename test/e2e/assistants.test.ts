import type { INodeProperties } from 'n8n-workflow';

import { propertiesOf } from '../../nodes/Smile/actions/operation';
import { resources } from '../../nodes/Smile/actions/resources';
import { assistants } from '../support/n8n/assistants';

/** Milliseconds for reading the nodes of n8n, and for installing it before. */
const startupMs = 900_000;

let action: string | undefined;
let trigger: string | undefined;

beforeAll(async () => {
	const view = await assistants();
	action = view?.definitionOf('n8n-nodes-smile.smile');
	trigger = view?.definitionOf('n8n-nodes-smile.smileTrigger');
}, startupMs);

const rows = Object.entries(resources).flatMap(([resource, { description, operations }]) =>
	operations.map((operation) => ({ resource, description, operation })),
);
const inType = (text: string) => text.replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The definition of one operation, from its comment on. */
function definitionOf(resource: string, operation: string): string {
	const parts = (action ?? '').split(/^(?=\/\*\* .* \*\/\nexport type )/m);
	const own = parts.filter((part) =>
		part.includes(`  resource: '${resource}';\n  operation: '${operation}';\n`),
	);
	expect(own).toHaveLength(1);
	return own[0];
}

/** The names of its fields, as a definition has them. */
function fieldsIn(definition: string): string[] {
	const [type] = definition.split(/^};$/m);
	const names = [...type.matchAll(/^ {4}(\w+)\??: /gm)].map(([, name]) => name);
	return names.filter((name, index) => names.indexOf(name) === index);
}

const isShown = ({ type }: INodeProperties) => type !== 'notice';

describe('what assistants read of the Smile node', () => {
	it('has every operation once, under the description of its resource and with its own', () => {
		if (action === undefined) return;

		expect(rows.length).toBeGreaterThan(90);
		for (const { resource, description, operation } of rows) {
			const { action: done, description: told, value } = operation.option;
			const definition = definitionOf(resource, value);

			expect(definition.startsWith(`/** ${description} */\n`)).toBe(true);
			expect(definition).toContain(`\n   * ${done}: ${told}\n`);
		}
	});

	it('has every field of an operation', () => {
		if (action === undefined) return;

		for (const { resource, operation } of rows) {
			const wanted = propertiesOf(resource, operation).filter(isShown);
			const names = [...new Set(wanted.map(({ name }) => name))];
			const found = fieldsIn(definitionOf(resource, operation.option.value));

			expect(found.filter((name) => names.includes(name)).sort()).toEqual(names.sort());
		}
	});

	it('says not to poll, and where the data of an event is', () => {
		if (action === undefined) return;
		const [head] = action.split('export type');

		expect(head).toMatch(/@builderHint Do not poll/);
		expect(head).toContain('resource event and operation getData');
	});
});

describe('what assistants read of the trigger', () => {
	it('says what it does by itself, when data is ready and who reads it', () => {
		if (trigger === undefined) return;

		expect(trigger).toMatch(/@builderHint Registers its webhook .*verifies .*repeated deliveries/);
		expect(trigger).toContain(
			'ready with Task Finished (TASK_FINISHED), not with Account Connected',
		);
		expect(trigger).toContain('resource event, operation getData');
		expect(trigger).toContain('Do not poll Smile');
	});

	it('names no sign that a definition has to write otherwise', () => {
		if (trigger === undefined || action === undefined) return;
		const hints = `${action}\n${trigger}`
			.split('\n')
			.filter((line) => line.includes('@builderHint'));

		expect(hints.length).toBeGreaterThan(2);
		expect(hints.filter((line) => inType(line) !== line || line.includes('&gt;'))).toEqual([]);
	});
});
