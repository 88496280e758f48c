import { entryOf } from './entryOf';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';

/** One record out of an event's payload. */
export interface PayloadRecord {
	/** The account, archive or record the data was read from. */
	sourceId: string | undefined;
	/** The payload's own name for the kind of data, such as `incomes`. */
	datapoint: string;
	record: JsonObject;
}

/** Every record of an event's payload, in the payload's order; empty for an event that carries none. */
export function recordsOf(event: { type: string; data?: unknown }): PayloadRecord[] {
	const { data } = event;
	if (!isJsonObject(data) || !isJsonObject(data.payload)) return [];

	switch (entryOf(event.type)?.payload) {
		case 'session':
			return sessionRecords(data.payload);
		case 'record': {
			const datapoint = text(data.recordType) ?? 'record';
			return [{ sourceId: text(data.recordId), datapoint, record: data.payload }];
		}
		default:
			return datapointRecords(data.payload, text(data.sourceId));
	}
}

/**
 * Records of a payload that groups them by data point: one object, a bare list (GET /accounts/{id}/payload)
 * or a page `{nextCursor, items}` (events).
 */
function datapointRecords(payload: JsonObject, sourceId: string | undefined): PayloadRecord[] {
	return Object.entries(payload).flatMap(([datapoint, group]) => {
		if (datapoint === 'metadata') return [];
		return listOf(group)
			.filter(isJsonObject)
			.map((record) => ({ sourceId, datapoint, record }));
	});
}

/** A finished user session embeds its forms, and the data points of each of its accounts and archives. */
function sessionRecords(payload: JsonObject): PayloadRecord[] {
	const forms = listOf(payload.forms)
		.filter(isJsonObject)
		.map((record) => ({ sourceId: text(record.id), datapoint: 'forms', record }));
	const sources = [...listOf(payload.accounts), ...listOf(payload.archives)].filter(isJsonObject);
	return [
		...forms,
		...sources.flatMap((source) =>
			isJsonObject(source.payload) ? datapointRecords(source.payload, text(source.id)) : [],
		),
	];
}

function listOf(group: unknown): unknown[] {
	if (Array.isArray(group)) return group;
	if (!isJsonObject(group)) return [];
	return Array.isArray(group.items) ? group.items : [group];
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
