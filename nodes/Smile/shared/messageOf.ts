/** What an error says, without what else it carries (headers, keys, bodies). */
export function messageOf(error: unknown): string | undefined {
	return error instanceof Error ? error.message : undefined;
}
