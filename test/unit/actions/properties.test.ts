import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { SmileResource } from '../../../nodes/Smile/actions/resource';
import { resources } from '../../../nodes/Smile/actions/resources';
import { smileResources } from '../../../nodes/Smile/actions/smileResources';
import { readableResources } from '../../support/readableResources';
import { actionProperties } from '../../../nodes/Smile/actions/properties';

const rows = Object.entries<SmileResource>(smileResources);
const [resourceList] = actionProperties;
const isProperty = (option: object): option is INodeProperties => 'displayName' in option;
const entriesOf = ({ options = [] }: INodeProperties) => options as INodePropertyOptions[];
const fieldsOf = (resource: string, operation: string) =>
	actionProperties.filter(({ displayOptions }) => {
		const { show } = displayOptions ?? {};
		return show?.resource?.includes(resource) && show.operation?.includes(operation);
	});
const sorted = (names: string[]) => [...names].sort((one, other) => one.localeCompare(other, 'en'));

describe('the list of resources', () => {
	it('has each resource once: Event, then the others in alphabetical order', () => {
		const names = entriesOf(resourceList).map(({ name }) => name);

		expect(names).toEqual(['Event', ...sorted(names.filter((name) => name !== 'Event'))]);
		expect(entriesOf(resourceList).map(({ value }) => value)).toEqual(
			expect.arrayContaining(Object.keys(resources)),
		);
		expect(names).toHaveLength(Object.keys(resources).length);
	});

	it('begins with the data of an event', () => {
		const [operations] = actionProperties.filter(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes('event'),
		);

		expect(entriesOf(operations).map(({ name }) => name)).toEqual([
			'Get Data',
			'Get Missed',
			'Send Test',
			'Verify Signature',
		]);
		expect(operations.default).toBe('getData');
	});

	it('has every row of the table of readable resources', () => {
		expect(Object.keys(resources)).toEqual(expect.arrayContaining(rows.map(([value]) => value)));
	});
});

describe('the fields', () => {
	const inner = actionProperties
		.flatMap(({ options = [] }) => options)
		.flatMap((option) => ('values' in option ? option.values : [option]))
		.filter(isProperty);

	it('inside of a collection are never required: n8n would publish no workflow with the node', () => {
		expect(inner.length).toBeGreaterThan(50);
		expect(inner.filter(({ required }) => required).map(({ name }) => name)).toEqual([]);
	});

	it('inside of a collection have no validation: n8n would check those of the same name outside of it', () => {
		const validated = inner.filter(({ modes = [] }) =>
			modes.some((mode) => mode.validation !== undefined),
		);

		expect(inner.some(({ modes }) => modes !== undefined)).toBe(true);
		expect(validated.map(({ name }) => name)).toEqual([]);
	});
});

describe('what a field is shown by', () => {
	it('is a field, or a path from the root: of anything else n8n 1 finds no order to read the fields in', () => {
		const names = new Set(actionProperties.map(({ name }) => name));
		const conditions = actionProperties.flatMap(({ displayOptions: { show, hide } = {} }) =>
			Object.keys({ ...show, ...hide }),
		);

		expect(conditions).toContain('/webhookId.mode');
		expect(conditions.filter((name) => !/^[/@]/.test(name) && !names.has(name))).toEqual([]);
	});
});

describe('the operations', () => {
	it.each(rows)('of %s are in alphabetical order, and its list is preset', (value) => {
		const { operations, presetOperation } = resources[value];
		const names = operations.map(({ option }) => option.name);
		const values = operations.map(({ option }) => option.value);

		expect(names).toEqual(sorted(names));
		expect(presetOperation).toBe(values.includes('getAll') ? 'getAll' : values[0]);
	});

	it.each(readableResources)('of %s are Get and Get Many among others', (value) => {
		const all = resources[value].operations.map(({ option }) => [option.name, option.value]);

		expect(all).toEqual(
			expect.arrayContaining([
				['Get', 'get'],
				['Get Many', 'getAll'],
			]),
		);
	});

	it('have actions in sentence case, each of its own', () => {
		const actions = Object.values(resources).flatMap(({ operations }) =>
			operations.map(({ option }) => option.action),
		);

		expect(new Set(actions).size).toBe(actions.length);
		expect(actions.filter((action) => !/^[A-Z][a-z]+( [a-z]+)*$/.test(action))).toEqual([]);
	});
});

describe('the fields of readable resources', () => {
	const all = rows.flatMap(([value]) =>
		['get', 'getAll'].flatMap((operation) => fieldsOf(value, operation)),
	);
	const withInner = all.flatMap((field) => [field, ...(field.options ?? []).filter(isProperty)]);

	it.each(readableResources)(
		'of %s offer a list exactly where its records have a label',
		(value, { label }) => {
			const [locator] = fieldsOf(value, 'get');

			expect(locator.name).toBe(`${value}Id`);
			expect(locator.modes?.map(({ name }) => name)).toEqual(label ? ['list', 'id'] : ['id']);
			expect(locator.default).toEqual({ mode: label ? 'list' : 'id', value: '' });
		},
	);

	it('have labels in Title Case and descriptions without a final period', () => {
		const wrong = withInner.filter(
			({ displayName, description = '.' }) =>
				!/^([A-Z][A-Za-z]*)( (in|of|[A-Z][A-Za-z]*))*$/.test(displayName) ||
				/\.$/.test(description),
		);
		const described = wrong.filter(({ type }) => type !== 'collection');

		expect(described.map(({ displayName }) => displayName)).toEqual([]);
	});

	it('begin the description of a switch with Whether', () => {
		const switches = withInner.filter(({ type }) => type === 'boolean');

		expect(switches.filter(({ description }) => !description?.startsWith('Whether'))).toEqual([]);
	});

	it('list filters in alphabetical order, each beginning before its end', () => {
		for (const { options = [] } of all.filter(({ name }) => name === 'filters')) {
			const names = options.map((option) => (isProperty(option) ? option.displayName : ''));
			const before = names.map((name) => name.replace(/^End /, 'Start '));
			expect(before).toEqual(sorted(before));
			expect(names.filter((name) => /^(Start|End)/.test(name))).toEqual(
				names
					.filter((name) => /^(Start|End)/.test(name))
					.sort()
					.reverse(),
			);
		}
	});
});

describe('the table of readable resources', () => {
	it('simplifies to at most ten fields, as n8n advises; payslips to the eleven of operations.md', () => {
		const long = rows.filter(([, { simplified = {} }]) => Object.keys(simplified).length > 10);

		expect(long.map(([value]) => value)).toEqual(['payslip']);
		expect(Object.keys(smileResources.payslip.simplified)).toHaveLength(11);
	});

	it('says what the dates of a filter mean', () => {
		const dated = rows.filter(([, { filters }]) => filters.includes('startDate'));

		expect(dated.filter(([, { datedBy }]) => !datedBy)).toEqual([]);
	});
});
