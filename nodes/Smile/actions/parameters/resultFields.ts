import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { valueAt } from '../../shared/valueAt';
import { optionsOf } from './field';
import { readTexts } from './list';
import { optionsProperty } from './optionsProperty';

/** Where the node is a tool: fifty records with all their fields overflow a model. */
const resultFields = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. userId, record.netIncome',
	description:
		'Names of the fields to return instead of all, with commas between them and a dot for a field within a field',
	displayOptions: { show: { '@tool': [true] } },
} as const satisfies INodeProperties;

/** What says that something is missing is never left out: a model would take a part for the whole. */
const MARKS = [
	'gone',
	'reason',
	'notRead',
	'notWhole',
	'incomplete',
	'fileGone',
	'mayHaveHappened',
] as const;

/** The fields of an operation with the option Fields among its options. */
export function withResultFields(properties: readonly INodeProperties[]): INodeProperties[] {
	const options = properties.find(({ name, type }) => name === 'options' && type === 'collection');
	if (!options) {
		const [own] = optionsProperty([resultFields]);
		return [...properties, { ...own, displayOptions: { show: { '@tool': [true] } } }];
	}
	const inner = (options.options ?? []) as INodeProperties[];
	const [sorted] = optionsProperty([...inner, resultFields]);
	const { displayOptions } = options;
	const { '@tool': hidden, ...hide } = displayOptions?.hide ?? {};
	const wide = hidden === undefined ? displayOptions : { ...displayOptions, hide };
	return properties.map((one) =>
		one === options
			? { ...options, options: sorted.options, ...(wide && { displayOptions: wide }) }
			: one,
	);
}

/**
 * What leaves the node of a result: all of it, or the fields that the option Fields names. The id of what was made or
 * changed stays, so that an error in a later item can name it.
 */
export function chosenFields(
	context: IExecuteFunctions,
	itemIndex: number,
	writes: boolean,
): (json: IDataObject) => IDataObject {
	const names = readTexts(optionsOf(context, itemIndex).field(resultFields));
	if (names.length === 0) return (json) => json;
	const wanted = new Set([...names, ...MARKS, ...(writes ? ['id'] : [])]);
	return (json) =>
		Object.fromEntries(
			[...wanted].filter((name) => hasAt(json, name)).map((name) => [name, valueAt(json, name)]),
		);
}

function hasAt(json: IDataObject, name: string): boolean {
	return name in json || valueAt(json, name) !== null;
}
