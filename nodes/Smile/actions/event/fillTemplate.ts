import { DAY_MS, dayOf } from '../../shared/day';
import type { JsonObject } from '../../shared/jsonObject';
import { idForAddress } from '../../shared/textOf';
import { valueAt } from '../../shared/valueAt';

const PLACEHOLDER = /\{(?:(\w+)\()?data\.([\w.]+)(\[\])?\)?\}/g;

/** What a template may make of a time: a day or month, or the one around it. */
const FORMS: Readonly<Record<string, (day: Date) => string>> = {
	dayBefore: (day) => dayOf(day.getTime() - DAY_MS),
	dayAfter: (day) => dayOf(day.getTime() + DAY_MS),
	monthBefore: (day) => monthOf(day, -1),
	monthAfter: (day) => monthOf(day, 1),
};

/**
 * A template such as `/accounts/{data.accountId}` filled with values of an event: one text, one for each entry
 * where it asks for a list (`[]`), none where the event lacks a value.
 */
export function fillTemplate(
	template: string,
	data: JsonObject,
	encode: (value: string) => string = (value) => value,
): string[] {
	let filled = [template];
	for (const [placeholder, form, path, isList] of template.matchAll(PLACEHOLDER)) {
		const value = valueAt(data, path);
		const entries = isList && Array.isArray(value) ? value : [value];
		const texts = entries.map((entry) => asText(entry, form)).filter((one) => one !== undefined);
		filled = filled.flatMap((text) =>
			[...new Set(texts)].map((one) => text.split(placeholder).join(encode(one))),
		);
	}
	return filled;
}

/** What names nothing would ask for everybody's data, and a path for something else. */
function asText(value: unknown, form: string | undefined): string | undefined {
	if (typeof value !== 'string') return undefined;
	if (form === undefined) return idForAddress(value);
	const day = new Date(`${/^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]}T00:00:00Z`);
	return Number.isNaN(day.getTime()) ? undefined : FORMS[form]?.(day);
}

function monthOf(day: Date, later: number): string {
	const moved = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + later));
	return moved.toISOString().slice(0, 7);
}
