import type { Read } from './read';

/**
 * A parameter's text, exactly as given: numbers and booleans become text, nothing is the empty text. Everything
 * else has no text that its author could have meant ("[object Object]", "NaN").
 */
export function textOf(value: unknown): Read<string> {
	switch (typeof value) {
		case 'string':
			return { ok: true, value };
		case 'undefined':
			return { ok: true, value: '' };
		case 'boolean':
		case 'bigint':
			return { ok: true, value: String(value) };
		case 'number':
			if (Number.isFinite(value)) return { ok: true, value: String(value) };
			return { ok: false, problem: 'holds a number that is none' };
		default:
			if (value === null) return { ok: true, value: '' };
			return {
				ok: false,
				problem: `holds ${Array.isArray(value) ? 'a list' : 'an object'}, not text`,
			};
	}
}

/**
 * The trimmed text of a field that must hold something, such as an id. `.`, `..` and `./` hold nothing: as a part of an
 * address they would name what is above it.
 */
export function filledText(value: unknown): Read<string> {
	const text = textOf(value);
	if (!text.ok) return text;
	const trimmed = text.value.trim();
	return isNothing(trimmed)
		? { ok: false, problem: 'holds nothing' }
		: { ok: true, value: trimmed };
}

/** Whether a trimmed text names nothing: it is empty, or leads nowhere but up or to the same place, as `./` does. */
export function isNothing(trimmed: string): boolean {
	return trimmed.split('/').every((part) => ['', '.', '..'].includes(part.trim()));
}
