import { isJsonObject, type JsonObject } from '../../shared/jsonObject';

const PLACEHOLDER = /\{(?:(date|month)\()?data\.([\w.]+)(\[\])?\)?\}/g;

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

function valueAt(data: JsonObject, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, name) => (isJsonObject(value) ? value[name] : undefined), data);
}

/** Dots alone would climb to another address. */
function asText(value: unknown, form: string | undefined): string | undefined {
	if (typeof value !== 'string' || /^\.*$/.test(value)) return undefined;
	if (form === undefined) return value;
	const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
	return form === 'month' ? day?.slice(0, 7) : day;
}
