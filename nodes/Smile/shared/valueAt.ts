import type { IDataObject } from 'n8n-workflow';

/** The value at a place such as `emails.0.address`; null where the record has none. */
export function valueAt(record: IDataObject, place: string): IDataObject[string] {
	let value: unknown = record;
	for (const step of place.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
		value = (value as Record<string, unknown>)[step];
	}
	return (value ?? null) as IDataObject[string];
}
