import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { DataResource } from './resources';

/** The switch of resources whose records have more than ten fields; none for others. */
export function simplifyProperties({ simplified }: DataResource): INodeProperties[] {
	if (!simplified) return [];
	return [
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
	];
}

/** How records of a resource leave the node for this item: as Smile sent them, or their main fields. */
export function formOf(
	context: IExecuteFunctions,
	itemIndex: number,
	{ simplified }: DataResource,
): (record: IDataObject) => IDataObject {
	const isOn = simplified && context.getNodeParameter('simplify', itemIndex, true) === true;
	if (!isOn) return (record) => record;
	return (record) =>
		Object.fromEntries(
			Object.entries(simplified).map(([name, place]) => [name, valueAt(record, place)]),
		);
}

/** The value at a place such as `emails.0.address`; null where the record has none. */
export function valueAt(record: IDataObject, place: string): IDataObject[string] {
	let value: unknown = record;
	for (const step of place.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
		value = (value as Record<string, unknown>)[step];
	}
	return (value ?? null) as IDataObject[string];
}
