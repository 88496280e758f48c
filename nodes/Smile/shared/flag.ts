/**
 * What a switch says: true, false, or the word for either in any case, since an expression often gives text.
 * Undefined for everything else, which nobody may take for one or the other.
 */
export function flag(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'string') return undefined;
	const word = value.trim().toLowerCase();
	return word === 'true' ? true : word === 'false' ? false : undefined;
}
