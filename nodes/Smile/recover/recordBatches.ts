import type { JsonObject } from '../shared/jsonObject';
import { STORED_LATE_MS, storedAt } from './storedAt';

/** A finished task, in milliseconds. */
export interface TaskSpan {
	start: number;
	end: number;
}

/** The longest pause between two records that were stored together outside of every known task, in milliseconds. */
const PAUSE_MS = 60_000;

/**
 * Records in the groups in which they were stored, oldest first: one group for each task, and for records of no
 * known task one for each run without a long pause. Independent of the time asked for, so that groups stay the same.
 */
export function batchesOf(
	records: readonly JsonObject[],
	tasks: readonly TaskSpan[],
): JsonObject[][] {
	const ordered = records
		.flatMap((record) => {
			const time = storedAt(record);
			return time === undefined ? [] : [{ record, time, task: taskAt(tasks, time) }];
		})
		.sort((one, other) => one.time - other.time);

	const batches: JsonObject[][] = [];
	let previous: (typeof ordered)[number] | undefined;
	for (const one of ordered) {
		const isTogether =
			previous !== undefined &&
			previous.task === one.task &&
			(one.task !== undefined || one.time - previous.time <= PAUSE_MS);
		if (isTogether) batches[batches.length - 1].push(one.record);
		else batches.push([one.record]);
		previous = one;
	}
	return batches;
}

/** The task that was at work; of several the one that began last. */
function taskAt(tasks: readonly TaskSpan[], time: number): TaskSpan | undefined {
	return tasks
		.filter(({ start, end }) => start <= time && time <= end + STORED_LATE_MS)
		.reduce<
			TaskSpan | undefined
		>((latest, task) => (latest && latest.start >= task.start ? latest : task), undefined);
}
