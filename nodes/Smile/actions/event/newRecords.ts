import { STORED_LATE_MS, storedAt } from '../../recover/storedAt';
import type { JsonObject } from '../../shared/jsonObject';

/** Without a count: how long before the event its records may have been stored, in milliseconds. */
const STORING_MS = 60 * 60_000;

export interface Storing {
	/** When the event was made, in milliseconds. */
	at: number;
	/** How many records it tells of, where it does. */
	count?: number;
}

/**
 * The records that an event speaks of, told by `metadata.itemCreatedAt`: as many as it counts, those stored last
 * up to the event first, then those right after it; without a count, those of the hour before the event. Equal
 * times stay together, so that none of them is left out by chance. A record without that time is kept.
 */
export function newRecords(records: readonly JsonObject[], { at, count }: Storing): JsonObject[] {
	const timed = records.map((record) => ({ record, time: storedAt(record) }));
	const isNear = (time: number) => time <= at + STORED_LATE_MS;
	const isNew =
		count === undefined
			? (time: number) => isNear(time) && time >= at - STORING_MS
			: oneOf(nearest(timed.flatMap(({ time }) => time ?? []).filter(isNear), at, count));
	return timed.filter(({ time }) => time === undefined || isNew(time)).map(({ record }) => record);
}

function nearest(times: number[], at: number, count: number): number[] {
	const before = times.filter((time) => time <= at).sort((one, other) => other - one);
	const after = times.filter((time) => time > at).sort((one, other) => one - other);
	return [...before, ...after].slice(0, count);
}

function oneOf(times: number[]): (time: number) => boolean {
	const wanted = new Set(times);
	return (time) => wanted.has(time);
}
