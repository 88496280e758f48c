import { datapointOf, datapoints, type Datapoint } from '../events/datapoints';
import { instantOf } from '../shared/isoTime';
import type { JsonObject } from '../shared/jsonObject';
import { originOf } from './origin';
import type { TaskSpan } from './recordBatches';
import { STORED_LATE_MS } from './storedAt';
import type { Asked } from './swept';
import type { Window } from './window';

/** One list to read for stored records: one kind of data of one account. */
export interface TouchedList {
	sourceId: string;
	datapoint: Datapoint;
	/** Every known task of that account. */
	tasks: TaskSpan[];
}

/**
 * The lists to which tasks of the time added something. Accounts only: events for stored records name an account,
 * and none is documented for archives.
 */
export function touchedLists(
	tasks: readonly JsonObject[],
	window: Window,
	isAsked: Asked,
): TouchedList[] {
	const spans = new Map<string, TaskSpan[]>();
	const lists = new Map<string, TouchedList>();
	for (const task of tasks) {
		const sourceId = accountOf(task);
		const span = spanOf(task);
		if (sourceId === undefined || span === undefined) continue;
		const ofSource = spans.get(sourceId) ?? [];
		spans.set(sourceId, ofSource);
		// Nobody knows when a running task will end: its records go by their times alone.
		if (Number.isFinite(span.end)) ofSource.push(span);
		if (span.start > window.end || span.end + STORED_LATE_MS < window.start) continue;
		for (const datapoint of datapointsIn(task, span).filter(({ added }) => isAsked(added))) {
			lists.set(`${datapoint.path} ${sourceId}`, { sourceId, datapoint, tasks: ofSource });
		}
	}
	return [...lists.values()];
}

function accountOf(task: JsonObject): string | undefined {
	const { sourceId, sourceType } = originOf(task);
	if (typeof sourceId !== 'string' || sourceId === '') return undefined;
	return (sourceType ?? 'ACCOUNT') === 'ACCOUNT' ? sourceId : undefined;
}

/** A task without an end is still at work. */
function spanOf({ startedAt, finishedAt }: JsonObject): TaskSpan | undefined {
	const start = instantOf(startedAt);
	if (start === undefined) return undefined;
	return { start, end: instantOf(finishedAt) ?? Number.POSITIVE_INFINITY };
}

/** Smile names what a task saved once it has finished; of one that does not say so, it may be anything. */
function datapointsIn({ datapoints: named }: JsonObject, { end }: TaskSpan): Datapoint[] {
	if (!Array.isArray(named) || !Number.isFinite(end)) return Object.values(datapoints);
	return named.map((name) => datapointOf(String(name))).filter((one) => one !== undefined);
}
