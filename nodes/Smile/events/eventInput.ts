import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { parsedJson } from '../shared/parsedJson';
import { isText, textIn } from '../shared/text';
import { entryOf } from './entryOf';
import { isKnownType } from './event';

/** An event out of any of the trigger's three outputs. */
export interface EventInput {
	id: string | null;
	type: string;
	/** Missing in an item of the output Records. */
	createdAt?: string;
	data: JsonObject;
	/** Only of the output Records: the kind of data that the item is one record of. */
	datapoint?: string;
}

/** Fields of the output Simplified that do not come from `data`. */
const envelope = new Set(['eventId', 'eventType', 'category', 'createdAt']);

/** Reads an event in the form Event, Simplified or Records, also as JSON text; undefined when it is none. */
export function eventInput(value: unknown): EventInput | undefined {
	const item = typeof value === 'string' ? parsedJson(value) : value;
	if (!isJsonObject(item)) return undefined;
	if (isText(item.type) && isText(item.id)) {
		const { id, type } = item;
		// Tasks and archives have an id and a type as well, but no data.
		if (!isJsonObject(item.data) && !isKnownType(type)) return undefined;
		return { id, type, createdAt: textIn(item.createdAt), data: objectOf(item.data) };
	}
	if (!isText(item.eventType)) return undefined;
	return isJsonObject(item.record) && isText(item.datapoint)
		? ofRecord(item, item.eventType, item.datapoint)
		: ofSimplified(item, item.eventType);
}

function ofSimplified(item: JsonObject, type: string): EventInput {
	const renamedId = entryOf(type)?.renamedId;
	const fields = Object.entries(item)
		.filter(([name]) => !envelope.has(name))
		.map(([name, value]) => {
			if (name === renamedId) return ['id', value];
			const original = name.replace(/^data_/, '');
			return [envelope.has(original) ? original : name, value];
		});
	const data = Object.fromEntries(fields) as JsonObject;
	return { id: textIn(item.eventId) ?? null, type, createdAt: textIn(item.createdAt), data };
}

function ofRecord(item: JsonObject, type: string, datapoint: string): EventInput {
	const { userId, sourceId } = item;
	// For a requested record the trigger puts its id into sourceId.
	const data = { userId, sourceId, recordId: sourceId };
	return { id: textIn(item.eventId) ?? null, type, data, datapoint };
}

function objectOf(value: unknown): JsonObject {
	return isJsonObject(value) ? value : {};
}
