import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { valueAt } from '../../shared/valueAt';
import { fieldOf } from './field';
import { readFlag } from './flag';

export const simplify = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
} as const satisfies INodeProperties;

/** Fields of a simplified record to their places in it. */
interface Simplifiable {
	simplified?: Readonly<Record<string, string>>;
	simple?(record: IDataObject): IDataObject;
}

/** The switch of resources whose records have more than ten fields; none for others. */
export function simplifyProperties({ simplified, simple }: Simplifiable): INodeProperties[] {
	return simplified || simple ? [simplify] : [];
}

/** How records of a resource leave the node for this item: as Smile sent them, or their main fields. */
export function formOf(
	context: IExecuteFunctions,
	itemIndex: number,
	{ simplified, simple }: Simplifiable,
): (record: IDataObject) => IDataObject {
	if (!simplified && !simple) return asSent;
	const isAsked = readFlag(fieldOf(context, itemIndex, simplify), simplify.default);
	return isAsked ? simplifiedForm({ simplified, simple }) : asSent;
}

const asSent = (record: IDataObject) => record;

/** The simplified form of a resource's records; as they are where it has none. */
export function simplifiedForm({
	simplified,
	simple,
}: Simplifiable): (record: IDataObject) => IDataObject {
	if (!simplified) return simple ?? asSent;
	return (record) =>
		Object.fromEntries(
			Object.entries(simplified).map(([name, place]) => [name, valueAt(record, place)]),
		);
}
