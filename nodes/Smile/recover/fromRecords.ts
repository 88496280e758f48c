import type { Datapoint } from '../events/datapoints';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { missedEvent, type MissedEvent } from './missedEvent';
import { originOf } from './origin';
import { batchesOf, type TaskSpan } from './recordBatches';

const STILL_HELD =
	'data.count may have been higher: only records that Smile still holds are counted';

/**
 * The events for the records of one account and one kind; good fidelity by the time each record was stored.
 * Records that a refresh changed leave no trace.
 */
export function fromRecords(
	records: readonly JsonObject[],
	{ added: type, idField }: Datapoint,
	tasks: readonly TaskSpan[],
): MissedEvent[] {
	if (idField) {
		return records.map((record) =>
			missedEvent({
				type,
				objectId: record.id,
				createdAt: storedText(record),
				data: { ...ofAccount(record), [idField]: record.id },
			}),
		);
	}
	return batchesOf(records, tasks).map((batch) => {
		const last = batch[batch.length - 1];
		const account = ofAccount(last);
		return missedEvent({
			type,
			objectId: account.accountId,
			createdAt: storedText(last),
			data: { ...account, count: batch.length },
			notRecovered: [STILL_HELD],
		});
	});
}

function ofAccount(record: JsonObject): JsonObject {
	const { userId, sourceId, providers } = originOf(record);
	return { userId, accountId: sourceId, providers };
}

function storedText({ metadata }: JsonObject): string {
	return isJsonObject(metadata) ? String(metadata.itemCreatedAt) : '';
}
