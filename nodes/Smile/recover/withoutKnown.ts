import type { JsonObject } from '../shared/jsonObject';
import { MISSED_PREFIX, type MissedEvent } from './missedEvent';

/** An event that somebody received or has rebuilt before. */
export interface KnownEvent {
	id: string | null;
	type: string;
	createdAt?: string;
	data: JsonObject;
}

/**
 * How far the time of a delivered event may be from that of its traces, in milliseconds. Smile does not document
 * that they are equal; records of one event are stored within minutes.
 */
const MATCH_MS = 5 * 60_000;

/** What an event is about, the closest first. A task has no id in its events: source and kind stand for it. */
const ABOUT = [
	'identityId',
	'ratingId',
	'id',
	'inviteId',
	'archiveId',
	'accountId',
	'sourceId',
	'userId',
];

interface Pair {
	event: MissedEvent;
	known: KnownEvent;
	distance: number;
}

/**
 * The rebuilt events that are not among the known ones: not by id, and not as the same type of event about the
 * same thing at about the same time. Each known event stands for one rebuilt one at most, the nearest.
 */
export function withoutKnown(
	events: Iterable<MissedEvent>,
	known: readonly KnownEvent[],
): MissedEvent[] {
	const ids = new Set(known.map(({ id }) => id));
	const rest = [...events].filter(({ id }) => !ids.has(id));
	const delivered = known.filter(({ id }) => !id?.startsWith(MISSED_PREFIX));
	const taken = new Set<object>();
	for (const { event, known: one } of nearestFirst(rest, delivered)) {
		if (taken.has(event) || taken.has(one)) continue;
		taken.add(event).add(one);
	}
	return rest.filter((event) => !taken.has(event));
}

function nearestFirst(events: readonly MissedEvent[], known: readonly KnownEvent[]): Pair[] {
	const byKey = new Map<string, KnownEvent[]>();
	for (const one of known) {
		const key = keyOf(one);
		const same = byKey.get(key);
		if (same) same.push(one);
		else byKey.set(key, [one]);
	}
	return events
		.flatMap((event) =>
			(byKey.get(keyOf(event)) ?? []).map((one) => ({
				event,
				known: one,
				distance: Math.abs(Date.parse(event.createdAt) - Date.parse(one.createdAt ?? '')),
			})),
		)
		.filter(({ distance }) => distance <= MATCH_MS)
		.sort((one, other) => one.distance - other.distance);
}

function keyOf({ type, data }: Pick<KnownEvent, 'type' | 'data'>): string {
	const field = ABOUT.find((name) => typeof data[name] === 'string');
	return JSON.stringify([type, field && data[field], data.taskType]);
}
