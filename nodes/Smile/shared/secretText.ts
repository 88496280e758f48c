import type { Read } from './read';
import { textOf } from './textOf';

/**
 * A secret of a credential as text; empty where there is none. An expression may give a number, whose text it is.
 * Yes and no are no secret: everybody could guess them, and an expression gives them by mistake.
 */
export function secretText(value: unknown): Read<string> {
	if (typeof value === 'boolean') return { ok: false, problem: `holds ${value}, not text` };
	return textOf(value);
}

/** The same for a secret that need not be there: what an expression gives where its condition fails is none. */
export function optionalSecretText(value: unknown): Read<string> {
	return value === false || value === 0 ? { ok: true, value: '' } : secretText(value);
}
