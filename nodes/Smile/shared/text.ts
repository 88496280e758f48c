/** Whether a value is a text that holds something. */
export function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

/** A text that holds something. */
export function textIn(value: unknown): string | undefined {
	return isText(value) ? value : undefined;
}
