/** The fields of an item, one text each, with long ids cut to their beginning. */
export function compactFields(json: object): string[] {
	return Object.entries(json).map(([name, value]) => `${name}: ${compactValue(value)}`);
}

/** Texts joined by commas, in lines of at most so many characters where the texts allow it. */
export function wrapped(texts: string[], width: number): string[] {
	const lines: string[] = [];
	for (const [index, text] of texts.entries()) {
		const piece = index < texts.length - 1 ? `${text},` : text;
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + piece.length <= width) {
			lines[lines.length - 1] = `${last} ${piece}`;
		} else {
			lines.push(piece);
		}
	}
	return lines;
}

/** A text with the ids in it cut short: Smile's are a prefix and 32 hexadecimal digits. */
export function shortId(text: string): string {
	return text.replaceAll(/([0-9a-f]{4})[0-9a-f]{28}/g, '$1…');
}

function compactValue(value: unknown): string {
	return shortId(typeof value === 'string' ? value : JSON.stringify(value));
}
