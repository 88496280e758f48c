import { createHash } from 'node:crypto';

/** What the journal keeps instead of a long text: enough to know whether it was the right one. */
export function longText(text: string): string {
	const digest = createHash('sha256').update(text).digest('hex');
	return `[${text.length} characters, SHA-256 ${digest}]`;
}

/** A copy of a value in which long texts, such as files in base64, are not kept. */
export function withoutLongTexts(value: unknown, longest: number): unknown {
	if (typeof value === 'string') return value.length > longest ? longText(value) : value;
	if (Array.isArray(value)) return value.map((one) => withoutLongTexts(one, longest));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, field]) => [name, withoutLongTexts(field, longest)]),
	);
}
