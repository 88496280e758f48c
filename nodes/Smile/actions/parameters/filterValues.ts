import { textList } from '../../shared/textList';

/**
 * A day as Smile wants it, yyyy-MM-dd. Of a time, it is the day that is written in it: the one that was picked
 * in the editor, whatever the time zones. Undefined where there is none.
 */
export function asDay(value: unknown): string | undefined {
	return beginningOf(value, /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/);
}

/** A month as Smile wants it, yyyy-MM, out of a month, day or time; undefined where there is none. */
export function asMonth(value: unknown): string | undefined {
	return beginningOf(value, /^\d{4}-(0[1-9]|1[0-2])(?!\d)/);
}

export function asText(value: unknown): string | undefined {
	const text = String(value).trim();
	return text === '' ? undefined : text;
}

/** Ids as one comma-separated text, the form that Smile documents; undefined for none or too many. */
export function asList(value: unknown, limit = Number.POSITIVE_INFINITY): string | undefined {
	const ids = textList(value);
	return ids.length > 0 && ids.length <= limit ? ids.join() : undefined;
}

function beginningOf(value: unknown, form: RegExp): string | undefined {
	const text = value instanceof Date ? value.toISOString() : String(value).trim();
	return form.exec(text)?.[0];
}
