import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

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
	const always = inputs.map(({ property }) => property);
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
		options: inputs
			.map(({ property }) => property)
			.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}

/** The body of a request. What was not added, or may be empty and is, is not sent. */
export function readBody(
	context: IExecuteFunctions,
	itemIndex: number,
	{ inputs, additional = [] }: Inputs,
): IDataObject {
	const body: IDataObject = {};
	for (const input of inputs) {
		put(body, input, input.read(fieldOf(context, itemIndex, input.property)));
	}
	if (additional.length === 0) return body;
	return { ...body, ...readCollection(context, itemIndex, ADDITIONAL_FIELDS, additional) };
}

/** The values of the fields that were added to a collection. */
export function readCollection(
	context: IExecuteFunctions,
	itemIndex: number,
	named: Named,
	inputs: readonly Input[],
): IDataObject {
	const body: IDataObject = {};
	const { field } = collectionOf(context, itemIndex, named);
	for (const input of inputs) {
		const added = field(input.property);
		if (added.isSet) put(body, input, input.read(added));
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
