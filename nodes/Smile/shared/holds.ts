import { instantOf } from './isoTime';
import { isJsonObject } from './jsonObject';

/** A date-time as Smile gives it: its seconds may come with or without fractions. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** Whether a record has everything that was sent, value by value; it may have more. Times are compared as times. */
export function holds(record: unknown, sent: unknown): boolean {
	if (isJsonObject(sent)) {
		return (
			isJsonObject(record) &&
			Object.entries(sent).every(([name, value]) => holds(record[name], value))
		);
	}
	if (Array.isArray(sent)) {
		return (
			Array.isArray(record) &&
			record.length === sent.length &&
			sent.every((value, index) => holds(record[index], value))
		);
	}
	if (typeof sent === 'string' && INSTANT.test(sent)) {
		const instant = instantOf(sent);
		return record === sent || (instant !== undefined && instantOf(record) === instant);
	}
	// Smile gives back some texts as numbers.
	return typeof record === typeof sent ? record === sent : String(record) === String(sent);
}
