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

/** What a text begins and ends with that somebody sees: no white space, sign of control or zero-width space. */
const SEEN = /[^\p{White_Space}\p{Cc}\p{Cf}](?:.*[^\p{White_Space}\p{Cc}\p{Cf}])?/su;

/** A text without what nobody sees around it, such as the zero-width space that comes along with a copied id. */
export function trimmed(text: string): string {
	return SEEN.exec(text)?.[0] ?? '';
}

/** Whether a text holds nothing that anybody could see. */
export function isBlank(text: string): boolean {
	return !SEEN.test(text);
}

/**
 * The trimmed text of a field that must hold something, such as an id. `.`, `..` and `./` hold nothing: as a part of an
 * address they would name what is above it.
 */
export function filledText(value: unknown): Read<string> {
	const text = textOf(value);
	if (!text.ok) return text;
	const seen = trimmed(text.value);
	return isNothing(seen) ? { ok: false, problem: 'holds nothing' } : { ok: true, value: seen };
}

/** Whether a text names nothing: it is empty, or leads nowhere but up or to the same place, as `./` does. */
export function isNothing(text: string): boolean {
	return partsOf(text).every((part) => part === '' || STEPS.has(part));
}

/** Parts of a path that name no thing below it: the same place, and the one above. */
const STEPS: ReadonlySet<string> = new Set(['.', '..']);

/**
 * Whether a text would lead to another thing as a part of an address, as `../archives/1` does. It is encoded there, but
 * something between n8n and Smile may decode it.
 */
export function hasSteps(text: string): boolean {
	return partsOf(text).some((part) => STEPS.has(part));
}

/** An id out of data, as it may stand in an address; undefined for one that names nothing, or another thing. */
export function idForAddress(value: unknown): string | undefined {
	const id = filledText(value);
	return id.ok && !hasSteps(id.value) ? id.value : undefined;
}

function partsOf(text: string): string[] {
	return text.split(/[/\\]/).map(trimmed);
}
