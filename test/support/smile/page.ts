import type { ApiSwitches } from './apiSwitches';
import { SmileRefusal } from './envelope';

export interface Page<T> {
	nextCursor: string | null;
	items: T[];
}

const maximalSize = 150;
const defaultSize = 10;

/**
 * One page of a list by the query parameters `size` and `cursor`. Items must be in ascending
 * order of their position, which also is the cursor: a page is right even when items of the page
 * before were deleted meanwhile.
 */
export function pageOf<T extends { position: number }>(
	items: readonly T[],
	query: Record<string, unknown>,
): Page<T> {
	const size = wholeNumber(query.size, 'size') ?? defaultSize;
	if (size < 1 || size > maximalSize) throw invalid('size', `between 1 and ${maximalSize}`);
	const after = wholeNumber(query.cursor, 'cursor') ?? 0;
	const rest = items.filter((item) => item.position > after);
	const page = rest.slice(0, size);
	const last = page.at(-1);
	return { nextCursor: last && rest.length > size ? String(last.position) : null, items: page };
}

/** A page with its cursor in the form of the switches. */
export function shownPage<T>(
	{ nextCursor, items }: Page<T>,
	{ lastCursor, numericCursors }: ApiSwitches,
): { nextCursor?: string | number | null; items: T[] } {
	if (nextCursor !== null) {
		return { nextCursor: numericCursors ? Number(nextCursor) : nextCursor, items };
	}
	if (lastCursor === 'missing') return { items };
	return { nextCursor: lastCursor === 'empty' ? '' : null, items };
}

function wholeNumber(value: unknown, name: string): number | undefined {
	if (value === undefined || value === '') return undefined;
	if (typeof value !== 'string' || !/^\d+$/.test(value)) throw invalid(name, 'valid');
	return Number(value);
}

function invalid(name: string, rule: string): SmileRefusal {
	return new SmileRefusal('INVALID_PARAMETERS', `${name} must be ${rule}`);
}
