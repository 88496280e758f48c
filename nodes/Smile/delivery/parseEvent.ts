import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { parsedJson } from '../shared/parsedJson';
import { isText } from '../shared/text';

/** A verified event as Smile sent it: only `id` and `type` are certain. */
export type ReceivedEvent = JsonObject & { id: string; type: string };

/**
 * Reads an event from verified bytes; undefined when they are no Smile event (no JSON object, no id, no type).
 * Nothing is checked beyond that: unknown types, fields and values belong to the workflow.
 */
export function parseEvent(body: Buffer): ReceivedEvent | undefined {
	const value = parsedJson(withoutByteOrderMark(body));
	return isEvent(value) ? value : undefined;
}

function isEvent(value: unknown): value is ReceivedEvent {
	return isJsonObject(value) && isText(value.id) && isText(value.type);
}

function withoutByteOrderMark(body: Buffer): string {
	const text = body.toString('utf8');
	return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
