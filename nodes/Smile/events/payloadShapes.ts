import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { textIn } from '../shared/text';

/** A bare list, or a page of one, which may be empty in any way: `{}` is told by the kind of data. */
export function isPage(given: unknown): boolean {
	return (
		Array.isArray(given) || (isJsonObject(given) && ('items' in given || 'nextCursor' in given))
	);
}

/** The records of a bare list or of a page; none of anything else. */
export function listed(given: unknown): JsonObject[] {
	const items: unknown = isJsonObject(given) ? given.items : given;
	return Array.isArray(items) ? items.filter(isJsonObject) : [];
}

/** The record that an object is; none of an empty one and of anything else. */
export function oneRecord(given: unknown): JsonObject[] {
	return isJsonObject(given) && Object.keys(given).length > 0 ? [given] : [];
}

/** Where the kind is a list, a single record is not expected, and lost by nobody if Smile sends one. */
export function oneWithId(given: unknown): JsonObject[] {
	return oneRecord(given).filter(({ id }) => textIn(id) !== undefined);
}

/** A cursor, which Smile documents as text; a number is as good. */
export function cursorIn(value: unknown): string | undefined {
	return typeof value === 'number' ? String(value) : textIn(value);
}
