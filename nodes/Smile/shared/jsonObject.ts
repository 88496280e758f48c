import type { IDataObject } from 'n8n-workflow';

/** A JSON object whose fields are not known yet. */
export type JsonObject = IDataObject;

/** Whether a parsed JSON value is an object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
