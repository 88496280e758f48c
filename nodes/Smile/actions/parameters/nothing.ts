/** Whether a field holds no value at all: typed and left empty, or an expression that gave nothing. */
export function isEmpty(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
