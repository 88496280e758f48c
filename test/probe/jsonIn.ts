import { isJsonObject, type JsonObject } from '../../nodes/Smile/shared/jsonObject';

/** The JSON object that a text is; empty where it is none. */
export function jsonIn(text: string): JsonObject {
	try {
		const value: unknown = JSON.parse(text);
		return isJsonObject(value) ? value : {};
	} catch {
		return {};
	}
}
