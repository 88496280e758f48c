import { datapointOf, type Datapoint } from '../events/datapoints';
import type { SmileEventType } from '../events/event';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import type { TaskSpan } from './recordBatches';
import type { Window } from './window';

/** One list to read for stored records: one kind of data of one account. */
export interface TouchedList {
	sourceId: string;
	datapoint: Datapoint;
	/** Every known task of that account. */
	tasks: TaskSpan[];
}

/** Records may be stored for so long after their task finished, in milliseconds. */
const AFTER_MS = 5 * 60_000;

/**
 * The lists to which tasks of the time added something. Accounts only: events for stored records name an account,
 * and none is documented for archives.
 */
export function touchedLists(
	tasks: readonly JsonObject[],
	window: Window,
	isAsked: (type: SmileEventType) => boolean,
): TouchedList[] {
	const spans = new Map<string, TaskSpan[]>();
	const lists = new Map<string, TouchedList>();
	for (const task of tasks) {
		const { sourceId, sourceType } = isJsonObject(task.metadata) ? task.metadata : {};
		if (typeof sourceId !== 'string' || (sourceType ?? 'ACCOUNT') !== 'ACCOUNT') continue;
		const span = {
			start: Date.parse(String(task.startedAt)),
			end: Date.parse(String(task.finishedAt)),
		};
		if (Number.isNaN(span.start) || Number.isNaN(span.end)) continue;
		const ofSource = spans.get(sourceId) ?? [];
		spans.set(sourceId, ofSource);
		ofSource.push(span);
		if (span.start > window.end || span.end + AFTER_MS < window.start) continue;
		for (const datapoint of datapointsIn(task)) {
			if (!isAsked(datapoint.added)) continue;
			lists.set(`${datapoint.path} ${sourceId}`, { sourceId, datapoint, tasks: ofSource });
		}
	}
	return [...lists.values()];
}

function datapointsIn({ datapoints }: JsonObject): Datapoint[] {
	const names = Array.isArray(datapoints) ? datapoints : [];
	return names.map((name) => datapointOf(String(name))).filter((one) => one !== undefined);
}
