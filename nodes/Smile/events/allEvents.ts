/** Smile's wildcard: a subscription may name it, no delivery ever has it as its type. */
export const ALL_EVENTS = 'ALL_EVENTS';

/** Event types to ask Smile for, each once. What ALL_EVENTS beside others means is undocumented: it goes alone. */
export function withoutExcess(types: readonly string[]): string[] {
	return types.includes(ALL_EVENTS) ? [ALL_EVENTS] : [...new Set(types)];
}
