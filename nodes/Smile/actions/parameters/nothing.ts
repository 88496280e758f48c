import { isBlank } from '../../shared/textOf';

/** Whether a field holds no value at all: typed and left empty, or an expression that gave nothing. */
export function isEmpty(value: unknown): boolean {
	if (typeof value === 'string') return isBlank(value);
	return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
