import { isJsonObject } from '../../shared/jsonObject';
import type { Field, Named } from './field';

/** One entry of a fixed collection: gives its fields. */
export type Entry = (named: Named) => Field;

/** The entries that were added to a fixed collection, below its only group; none where it was not added. */
export function readList(field: Field, group: string): Entry[] {
	if (!field.isSet || field.value === undefined || field.value === null) return [];
	const { value } = field;
	const entries = isJsonObject(value) ? (value[group] ?? []) : value;
	if (!Array.isArray(entries) || !entries.every(isJsonObject)) {
		throw field.error(
			'does not hold entries',
			'Remove its expression and add the entries one by one',
		);
	}
	return entries.map((entry, index) => entryOf(entry, field, ` of entry ${index + 1}`));
}

/** The fields of a fixed collection that holds one group at most once; undefined where it was not added. */
export function readGroup(field: Field, group: string): Entry | undefined {
	if (!field.isSet || field.value === undefined || field.value === null) return undefined;
	const values = isJsonObject(field.value) ? field.value[group] : undefined;
	if (values === undefined) return undefined;
	if (isJsonObject(values)) return entryOf(values, field, '');
	throw field.error(
		'does not hold fields',
		'Remove its expression and fill in the fields one by one',
	);
}

function entryOf(entry: Record<string, unknown>, field: Field, which: string): Entry {
	return ({ name, displayName }) => ({
		value: entry[name],
		isSet: Object.hasOwn(entry, name),
		error: (problem, todo) => field.error(`${problem} in ${displayName}${which}`, todo),
	});
}
