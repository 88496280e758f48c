import { instantOf } from '../shared/isoTime';
import type { JsonObject } from '../shared/jsonObject';
import { isText } from '../shared/text';
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
export const MATCH_MS = 5 * 60_000;

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
	const delivered = onceEach(known).filter(({ id }) => !id?.startsWith(MISSED_PREFIX));
	const taken = new Set<object>();
	for (const { event, known: one } of nearestFirst(rest, delivered)) {
		if (taken.has(event) || taken.has(one)) continue;
		taken.add(event).add(one);
	}
	return rest.filter((event) => !taken.has(event));
}

/** What an event is about, as far as its data says; undefined where it says nothing. */
export function subjectOf(data: JsonObject): string | undefined {
	const field = ABOUT.find((name) => isText(data[name]));
	return field && String(data[field]);
}

/** An event that is listed twice arrived once all the same. */
function onceEach(known: readonly KnownEvent[]): KnownEvent[] {
	const byId = new Map(known.map((one) => [one.id ?? one, one]));
	return [...byId.values()];
}

function nearestFirst(events: readonly MissedEvent[], known: readonly KnownEvent[]): Pair[] {
	const byKey = new Map<string, Timed<KnownEvent>[]>();
	for (const one of known.flatMap(timed)) {
		const key = keyOf(one.event);
		const same = byKey.get(key);
		if (same) same.push(one);
		else byKey.set(key, [one]);
	}
	return events
		.flatMap(timed)
		.flatMap(({ event, at }) =>
			(byKey.get(keyOf(event)) ?? []).map((one) => ({
				event,
				known: one.event,
				distance: Math.abs(at - one.at),
			})),
		)
		.filter(({ event, known: one, distance }) => distance <= MATCH_MS && mayBeSameTask(event, one))
		.sort((one, other) => one.distance - other.distance || kindless(one) - kindless(other));
}

interface Timed<Event> {
	event: Event;
	at: number;
}

/** An event with its moment in milliseconds; one without a moment is near no other. */
function timed<Event extends { createdAt?: string }>(event: Event): Array<Timed<Event>> {
	const at = instantOf(event.createdAt);
	return at === undefined ? [] : [{ event, at }];
}

function keyOf({ type, data }: Pick<KnownEvent, 'type' | 'data'>): string {
	return JSON.stringify([type, subjectOf(data)]);
}

/** The kind of task is optional in finished ones: without it, any kind may be meant. */
function mayBeSameTask(event: MissedEvent, known: KnownEvent): boolean {
	const [one, other] = [event.data.taskType, known.data.taskType];
	return one === other || !one || !other;
}

/** Of two events that are equally near, the one that names the same kind of task is meant. */
function kindless({ event, known }: Pair): number {
	return event.data.taskType === known.data.taskType ? 0 : 1;
}
