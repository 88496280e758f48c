import { readPages } from '../api/read';
import { listIfAny } from '../api/readable';
import type { SmileClient } from '../api/client';
import { sideBySide } from '../api/sideBySide';
import { fromRecords } from './fromRecords';
import { fromTask } from './fromTasks';
import type { MissedEvent } from './missedEvent';
import { Patience } from './patience';
import { rebuiltFrom } from './rebuildable';
import type { Asked, Swept } from './swept';
import { touchedLists, type TouchedList } from './touchedSources';
import { daysAround, type Window } from './window';

/**
 * Tasks are looked for that began up to so many days before the time: Smile filters them by their beginning, and
 * after so many days it no longer holds what they read.
 */
export const TASK_DAYS = 60;

/** The events of tasks, and those of the records that tasks stored. */
export async function* taskEvents(
	smile: SmileClient,
	window: Window,
	isAsked: Asked,
): AsyncGenerator<Swept, void, undefined> {
	const query = daysAround(window, TASK_DAYS);
	const { records: tasks, failure } = await listIfAny(readPages(smile, '/tasks', query));
	const source = 'tasks';
	if (tasks.length > 0 || !failure) yield swept(source, tasks.flatMap(fromTask));
	if (failure) yield { source, result: { ok: false, failure } };

	if (!rebuiltFrom.records.some(isAsked)) return;
	// Which lists to read, and which records were stored together, only all of the tasks tell.
	if (failure) yield { source: 'records that tasks stored', result: { ok: false, failure } };
	else yield* storedEvents(smile, touchedLists(tasks, window, isAsked));
}

async function* storedEvents(
	smile: SmileClient,
	lists: TouchedList[],
): AsyncGenerator<Swept, void, undefined> {
	const patience = new Patience();
	let rest = lists.length;
	for await (const one of sideBySide(smile, lists, storedIn)) {
		yield one;
		rest -= 1;
		const { result } = one;
		patience.note(result);
		if (!result.ok && patience.isOver && rest > 0) {
			return yield { source: `${rest} more lists, which were not asked for`, result };
		}
	}
}

/** Part of a list would give events with another time and count than the whole: it is not used. */
async function storedIn(
	{ datapoint, sourceId, tasks }: TouchedList,
	smile: SmileClient,
): Promise<Swept> {
	const pages = readPages(smile, datapoint.path, { sourceId });
	const { records, failure } = await listIfAny(pages);
	if (failure) return { source: datapoint.name, sourceId, result: { ok: false, failure } };
	return swept(datapoint.name, fromRecords(records, datapoint, tasks));
}

function swept(source: string, value: MissedEvent[]): Swept {
	return { source, result: { ok: true, value } };
}
