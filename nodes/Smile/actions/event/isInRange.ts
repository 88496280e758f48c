import type { DataSource } from '../../events/catalogue';
import type { JsonObject } from '../../shared/jsonObject';
import { valueAt } from '../../shared/valueAt';

type Range = NonNullable<DataSource['range']>;

/**
 * Whether a record has a day or month in the range that an event names, both ends included. One that says nothing
 * of its time is kept, as is one that only begins or only ends in the range: which of its dates Smile goes by is
 * not documented.
 */
export function isInRange(record: JsonObject, { from, to, dates }: Range, data: JsonObject) {
	const times = dates.map((name) => beginningOf(record[name])).filter((one) => one !== '');
	const [first, last] = [beginningOf(valueAt(data, from)), beginningOf(valueAt(data, to))];
	if (times.length === 0 || first === '' || last === '') return true;
	const [begin] = times;
	const end = times[times.length - 1];
	return begin <= last.slice(0, begin.length) && end >= first.slice(0, end.length);
}

/** The day or month that a text begins with. */
function beginningOf(value: unknown): string {
	return /^\d{4}-\d{2}(-\d{2})?/.exec(String(value))?.[0] ?? '';
}
