import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { byLabel } from '../../shared/byLabel';
import { collectionOf, fieldOf, type Named } from './field';
import type { BodyValue, Input } from './input';

/** The collection of fields that need not be filled in. */
export const ADDITIONAL_FIELDS = {
	name: 'additionalFields',
	displayName: 'Additional Fields',
} as const;

/** The fields that an operation sends: those that are always there, and those that may be added. */
export interface Inputs {
	inputs: readonly Input[];
	additional?: readonly Input[];
}

/** The fields as the editor shows them. */
export function inputProperties({ inputs, additional = [] }: Inputs): INodeProperties[] {
	const always = inputs.map(propertyOf);
	return additional.length === 0
		? always
		: [...always, collectionProperty(ADDITIONAL_FIELDS, additional)];
}

/** A collection of fields, in the order of their labels. */
export function collectionProperty(named: Named, inputs: readonly Input[]): INodeProperties {
	return {
		...named,
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: inputs.map(optional).sort((one, other) => byLabel(one.displayName, other.displayName)),
	};
}

/** n8n 2.41 refuses to publish any workflow with the node where a field inside of a collection is required. */
function optional({ property }: Input): INodeProperties {
	return { ...property, required: undefined };
}

/** The body of a request. What was not added, or may be empty and is, is not sent. */
export function readBody(
	context: IExecuteFunctions,
	itemIndex: number,
	{ inputs, additional = [] }: Inputs,
): IDataObject {
	const body: IDataObject = {};
	const surroundings = { timezone: context.getTimezone() };
	for (const input of inputs) {
		if (!isAsked(input, body)) continue;
		put(body, input, input.read(fieldOf(context, itemIndex, input.property), surroundings));
	}
	if (additional.length > 0) {
		readCollection(context, itemIndex, ADDITIONAL_FIELDS, additional, body);
	}
	return body;
}

/** A field as the editor shows it, with what it depends on. */
export function propertyOf({ property, isFor }: Input): INodeProperties {
	return isFor ? { ...property, displayOptions: isFor } : property;
}

function isAsked({ isFor }: Input, body: IDataObject): boolean {
	if (!isFor) return true;
	return Object.entries(isFor.show).every(([name, values]) => values.includes(String(body[name])));
}

/** The values of the fields that were added to a collection, put into `body`. */
export function readCollection(
	context: IExecuteFunctions,
	itemIndex: number,
	named: Named,
	inputs: readonly Input[],
	body: IDataObject = {},
): IDataObject {
	const { field } = collectionOf(context, itemIndex, named);
	const surroundings = { timezone: context.getTimezone() };
	for (const input of inputs) {
		const added = field(input.property);
		if (added.isSet) put(body, input, input.read(added, surroundings));
	}
	return body;
}

function put(body: IDataObject, { property, place }: Input, value: BodyValue | undefined): void {
	if (value === undefined) return;
	const steps = (place ?? property.name).split('.');
	const last = steps.pop() ?? property.name;
	let target = body;
	for (const step of steps) target = (target[step] ??= {}) as IDataObject;
	target[last] = value;
}
