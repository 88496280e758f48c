import { plainPhone } from '../../shared/plainPhone';
import { flag } from '../../shared/flag';
import type { Read } from '../../shared/read';
import { filledList } from '../../shared/textList';
import { filledText } from '../../shared/textOf';
import { isEmpty } from './nothing';

const NOTHING = { ok: false, problem: 'holds nothing' } as const;

/**
 * A day as Smile wants it, yyyy-MM-dd. Of a time, it is the day that is written in it: the one that was picked
 * in the editor, whatever the time zones.
 */
export function asDay(value: unknown): Read<string> {
	const day = beginningOf(value, /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/);
	if (!day) return isEmpty(value) ? NOTHING : { ok: false, problem: 'holds no date' };
	// JavaScript takes the 31st of February for a day in March.
	const isInCalendar = new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
	return isInCalendar
		? { ok: true, value: day }
		: { ok: false, problem: 'holds a day that does not exist' };
}

/** A month as Smile wants it, yyyy-MM, out of a month, day or time. */
export function asMonth(value: unknown): Read<string> {
	const month = beginningOf(value, /^\d{4}-(0[1-9]|1[0-2])(?!\d)/);
	if (month) return { ok: true, value: month };
	return isEmpty(value) ? NOTHING : { ok: false, problem: 'holds no month' };
}

/** An id, name or kind. */
export function asText(value: unknown): Read<string> {
	return filledText(value);
}

/** A switch as Smile wants it. */
export function asFlag(value: unknown): Read<string> {
	const said = flag(value);
	if (said !== undefined) return { ok: true, value: String(said) };
	return isEmpty(value) ? NOTHING : { ok: false, problem: 'holds neither true nor false' };
}

/** Ids as one comma-separated text, the form that Smile documents. */
export function asList(value: unknown, most = Number.POSITIVE_INFINITY): Read<string> {
	const ids = filledList(value);
	if (!ids.ok) return ids;
	if (ids.value.length > most) {
		return { ok: false, problem: `holds ${ids.value.length} IDs, more than ${most}` };
	}
	return { ok: true, value: ids.value.join() };
}

/** n8n gives dates as text, as Date, and as an object of its library that says its time when asked for text. */
function beginningOf(value: unknown, form: RegExp): string | undefined {
	const isDate = value instanceof Date && !Number.isNaN(value.getTime());
	const text = isDate ? value.toISOString() : String(value).trim();
	return form.exec(text)?.[0];
}

/** A phone number as lists of queries know it, without its plus; or the digest that stands for it. */
export function asPhone(value: unknown): Read<string> {
	const text = filledText(value);
	if (!text.ok) return text;
	const phone = plainPhone(text.value);
	return phone === undefined
		? { ok: false, problem: 'holds no phone number with its country code' }
		: { ok: true, value: phone };
}
