import type { Read } from './read';
import { isNothing, textOf, trimmed } from './textOf';

/**
 * The texts in a field for several: a list, or text with commas, semicolons or lines. Parts that hold nothing and
 * repetitions are dropped, so the list may be empty.
 */
export function readList(value: unknown): Read<string[]> {
	const texts = (Array.isArray(value) ? value : [value]).map(textOf);
	const unreadable = texts.find((text) => !text.ok);
	if (unreadable) return unreadable;
	const parts = texts.flatMap((text) => (text.ok ? text.value.split(/[,;\n]/) : []));
	const filled = parts.map(trimmed).filter((part) => !isNothing(part));
	return { ok: true, value: [...new Set(filled)] };
}

/**
 * The texts of a filter that was added: at least one, or a problem. An empty filter must stop whoever asks; without
 * it everybody's data would pass. Whether it was added only the caller knows (`isAdded`): undefined may be what
 * its expression gave.
 */
export function filledList(value: unknown): Read<string[]> {
	const list = readList(value);
	if (!list.ok || list.value.length > 0) return list;
	return { ok: false, problem: 'holds nothing' };
}

/** Whether a collection has the option, whatever it holds. */
export function isAdded(options: object, name: string): boolean {
	return Object.prototype.hasOwnProperty.call(options, name);
}
