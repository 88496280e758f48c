import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../../shared/jsonObject';
import { without } from '../../shared/without';

/**
 * The main fields of a query about a person: without `requestMeta`, which repeats the person's data and consent, and
 * with each list of names and values as one object.
 */
export function simpleResult(record: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(without(record, 'requestMeta')).map(([name, value]) => [
			name,
			isPairs(value) ? objectOf(value) : value,
		]),
	) as IDataObject;
}

interface Pair {
	name: string;
	value: unknown;
	valueType?: unknown;
}

function isPairs(value: unknown): value is Pair[] {
	return (
		Array.isArray(value) &&
		value.length > 0 &&
		value.every((one) => isJsonObject(one) && typeof one.name === 'string' && 'value' in one)
	);
}

function objectOf(pairs: readonly Pair[]): IDataObject {
	return Object.fromEntries(pairs.map((pair) => [pair.name, typed(pair)])) as IDataObject;
}

/** Smile calls some values numbers that are none. */
function typed({ value, valueType }: Pair): unknown {
	if (typeof value !== 'string') return value;
	if (valueType === 'NUMBER') {
		const number = value.trim() === '' ? Number.NaN : Number(value);
		return Number.isFinite(number) ? number : value;
	}
	if (valueType !== 'BOOLEAN') return value;
	const word = value.trim().toLowerCase();
	return word === 'true' ? true : word === 'false' ? false : value;
}
