import { isJsonObject, type JsonObject } from '../shared/jsonObject';

/** When Smile stored a record, in milliseconds; NaN where the record does not say so. */
export function storedAt({ metadata }: JsonObject): number {
	return Date.parse(isJsonObject(metadata) ? String(metadata.itemCreatedAt) : '');
}
