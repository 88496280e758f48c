import { isJsonObject, type JsonObject } from '../shared/jsonObject';

/** A verified event as Smile sent it: only `id` and `type` are certain. */
export type ReceivedEvent = JsonObject & { id: string; type: string };

/**
 * Reads an event from verified bytes; undefined when they are no Smile event (no JSON object, no id, no type).
 * Nothing is checked beyond that: unknown types, fields and values belong to the workflow.
 */
export function parseEvent(body: Buffer): ReceivedEvent | undefined {
	let value: unknown;
	try {
		value = JSON.parse(withoutByteOrderMark(body));
	} catch {
		return undefined;
	}
	return isEvent(value) ? value : undefined;
}

function isEvent(value: unknown): value is ReceivedEvent {
	return isJsonObject(value) && isText(value.id) && isText(value.type);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

function withoutByteOrderMark(body: Buffer): string {
	const text = body.toString('utf8');
	return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
