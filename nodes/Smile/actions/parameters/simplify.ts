import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { valueAt } from '../../shared/valueAt';
import { fieldOf } from './field';
import { readFlag } from './flag';

const simplify = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
} as const satisfies INodeProperties;

/** Fields of a simplified record to their places in it. */
interface Simplifiable {
	simplified?: Readonly<Record<string, string>>;
}

/** The switch of resources whose records have more than ten fields; none for others. */
export function simplifyProperties({ simplified }: Simplifiable): INodeProperties[] {
	return simplified ? [simplify] : [];
}

/** How records of a resource leave the node for this item: as Smile sent them, or their main fields. */
export function formOf(
	context: IExecuteFunctions,
	itemIndex: number,
	{ simplified }: Simplifiable,
): (record: IDataObject) => IDataObject {
	if (!simplified || !readFlag(fieldOf(context, itemIndex, simplify), simplify.default)) {
		return (record) => record;
	}
	return (record) =>
		Object.fromEntries(
			Object.entries(simplified).map(([name, place]) => [name, valueAt(record, place)]),
		);
}
