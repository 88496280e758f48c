import { plainPhone } from '../../shared/plainPhone';
import { flag } from '../../shared/flag';
import { isInCalendar, isoTime, written } from '../../shared/isoTime';
import type { Read } from '../../shared/read';
import { filledList } from '../../shared/textList';
import { filledText } from '../../shared/textOf';
import { isEmpty } from './nothing';

const NOTHING = { ok: false, problem: 'holds nothing' } as const;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * A day as Smile wants it, yyyy-MM-dd. Of a time, it is the day that is written in it: the one that was picked
 * in the editor, whatever the time zones.
 */
export function asDay(value: unknown): Read<string> {
	const day = isoTime(value)?.day;
	if (day === undefined) return isEmpty(value) ? NOTHING : { ok: false, problem: 'holds no date' };
	return isInCalendar(day)
		? { ok: true, value: day }
		: { ok: false, problem: 'holds a day that does not exist' };
}

/** A month as Smile wants it, yyyy-MM, out of a month, day or time. */
export function asMonth(value: unknown): Read<string> {
	const month = isoTime(value)?.day.slice(0, 7) ?? MONTH.exec(written(value) ?? '')?.[0];
	if (month !== undefined) return { ok: true, value: month };
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

/** A phone number as lists of queries know it, without its plus; or the digest that stands for it. */
export function asPhone(value: unknown): Read<string> {
	const text = filledText(value);
	return text.ok ? plainPhone(text.value) : text;
}
