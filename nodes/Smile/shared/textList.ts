/** Splits what a person typed into a comma-separated field; empty parts and repetitions are dropped. */
export function textList(text: unknown): string[] {
	const parts = Array.isArray(text) ? text.map(String) : String(text ?? '').split(/[,;\n]/);
	return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}
