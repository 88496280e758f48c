import type { INodeExecutionData } from 'n8n-workflow';

import { datapointOf } from '../events/datapoints';
import { entryOf } from '../events/entryOf';
import { payloadGroups, sourceIdOf } from '../events/payloadGroups';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import type { OutputForm } from './triggerParameters';
import { without } from '../shared/without';
import { userIdOf } from './filterEvent';
import type { ReceivedEvent } from './parseEvent';

/**
 * The items one event becomes in the chosen form; at least one, whatever the event holds. `datapoints` are the values
 * of `data.datapoints` whose records come out; without it those of all.
 */
export function toItems(
	event: ReceivedEvent,
	output: OutputForm,
	datapoints?: readonly string[],
): INodeExecutionData[] {
	if (output === 'simplified') return [{ json: simplified(event) }];
	if (output === 'records') return recordItems(event, datapoints);
	return [{ json: event }];
}

/** One flat object: the envelope under names of its own, then the fields of `data`. */
export function simplified(event: ReceivedEvent): JsonObject {
	const envelope = {
		eventId: event.id,
		eventType: event.type,
		category: entryOf(event.type)?.category ?? 'Other',
		createdAt: event.createdAt,
	};
	if (!isJsonObject(event.data)) {
		return event.data === undefined ? envelope : { ...envelope, data: event.data };
	}

	const renamedId = entryOf(event.type)?.renamedId;
	const fields = Object.entries(event.data).map(([name, value]) => {
		if (name === 'id' && renamedId) return [renamedId, value];
		// A field Smile adds later must not hide the envelope's.
		return [name in envelope ? `data_${name}` : name, value];
	});
	return { ...envelope, ...(Object.fromEntries(fields) as JsonObject) };
}

function recordItems(
	event: ReceivedEvent,
	datapoints: readonly string[] | undefined,
): INodeExecutionData[] {
	const common = { eventId: event.id, eventType: event.type, userId: userIdOf(event) ?? null };
	const all = payloadGroups(event);
	const names = datapoints?.map((value) => datapointOf(value)?.name ?? value);
	const groups = names ? all.filter(({ datapoint }) => names.includes(datapoint)) : all;
	const items = groups.flatMap((group) =>
		group.records.map((record) => ({
			json: {
				...common,
				sourceId: sourceIdOf(group, record) ?? null,
				datapoint: group.datapoint,
				record,
				// Whoever sees one of the records can tell that they are not all.
				...(group.nextCursor === undefined ? {} : { nextCursor: group.nextCursor }),
			},
		})),
	);
	if (items.length > 0) return items;
	// Records that were not chosen must not come out by another way.
	const rest = simplified(event);
	return [{ json: names && all.length > 0 ? without(rest, 'payload') : rest }];
}
