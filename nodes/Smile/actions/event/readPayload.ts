import type { SmileClient } from '../../api/client';
import { readOne, readPages } from '../../api/read';
import type { Result } from '../../api/result';
import { recordsOf, type PayloadRecord } from '../../events/payloadRecords';
import { datapointNamed } from '../../events/datapoints';
import { isJsonObject, type JsonObject } from '../../shared/jsonObject';
import type { Found } from './readSource';

/** Smile puts at most so many records of one kind into a payload. */
const PAYLOAD_LIMIT = 300;

/** The records of a payload; a kind that fills the payload is read from its list, as there may be more of it. */
export async function* readPayload(
	smile: SmileClient,
	path: string,
	shape: 'datapoints' | 'session',
): AsyncGenerator<Result<Found[]>, void, undefined> {
	const answer = await readOne(smile, path);
	if (!answer.ok) return yield answer;

	const groups = grouped(recordsIn(answer.value, shape));
	for (const group of groups) {
		const [{ datapoint, sourceId }] = group;
		const list = datapointNamed(datapoint)?.path;
		if (group.length < PAYLOAD_LIMIT || !list || sourceId === undefined) {
			yield { ok: true, value: group.map(found) };
			continue;
		}
		for await (const page of readPages(smile, list, { sourceId })) {
			yield page.ok
				? { ok: true, value: page.value.map((record) => ({ datapoint, record, sourceId })) }
				: page;
		}
	}
}

/** A payload read from Smile has the same groups as one in an event, with bare lists among them. */
function recordsIn(payload: JsonObject, shape: 'datapoints' | 'session'): PayloadRecord[] {
	const type = shape === 'session' ? 'USER_SESSION_COMPLETED' : 'TASK_FINISHED';
	const sourceId = isJsonObject(payload.metadata) ? payload.metadata.sourceId : undefined;
	return recordsOf({ type, data: { payload, sourceId } });
}

function grouped(records: PayloadRecord[]): PayloadRecord[][] {
	const groups = new Map<string, PayloadRecord[]>();
	for (const one of records) {
		const key = JSON.stringify([one.sourceId, one.datapoint]);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}

function found({ sourceId, datapoint, record }: PayloadRecord): Found {
	return sourceId === undefined ? { datapoint, record } : { datapoint, record, sourceId };
}
