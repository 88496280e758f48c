import { instantOf } from '../shared/isoTime';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';

/** How long after a task or an event its records may say that they were stored, in milliseconds. */
export const STORED_LATE_MS = 5 * 60_000;

/** When Smile stored a record, in milliseconds; undefined where the record does not say so. */
export function storedAt({ metadata }: JsonObject): number | undefined {
	return isJsonObject(metadata) ? instantOf(metadata.itemCreatedAt) : undefined;
}
