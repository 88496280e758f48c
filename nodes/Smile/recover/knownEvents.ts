import { eventInput, type EventInput } from '../events/eventInput';
import { instantOf } from '../shared/isoTime';
import { isJsonObject } from '../shared/jsonObject';
import { parsedJson } from '../shared/parsedJson';
import { MISSED_PREFIX } from './missedEvent';
import { rebuildable } from './rebuildable';
import { subjectOf, type KnownEvent } from './withoutKnown';

/** The known events, or what is wrong with the list or with its first wrong entry, counted from 1. */
export type KnownEvents =
	| { ok: true; value: KnownEvent[] }
	| { ok: false; entry?: number; problem: string };

/**
 * The events that were given as known. One that is no event, or that could hide no rebuilt event, is a problem:
 * whoever lists it means to have it hidden.
 */
export function knownEvents(given: unknown): KnownEvents {
	const listed = listIn(given);
	// What an expression did not find is no empty list: everything would be rebuilt, and run a second time.
	if (!listed) return { ok: false, problem: 'holds nothing' };
	const value: KnownEvent[] = [];
	for (const [index, one] of listed.entries()) {
		// What Get Missed could not read it says in an item of its own, which is no event.
		if (isJsonObject(one) && one.incomplete === true) continue;
		const event = eventInput(one);
		const problem = problemOf(event);
		if (!event || problem) return { ok: false, entry: index + 1, problem: problem ?? '' };
		value.push(event);
	}
	return { ok: true, value };
}

function problemOf(event: EventInput | undefined): string | undefined {
	if (!event) return 'is no Smile event';
	if (event.id?.startsWith(MISSED_PREFIX) || !rebuildable.has(event.type)) return undefined;
	if (instantOf(event.createdAt) === undefined) {
		return 'does not say when the event was made, so that it could hide none';
	}
	if (subjectOf(event.data) === undefined) {
		return 'has none of the IDs of the event, so that it could hide none';
	}
	return undefined;
}

/** A list, a single event, or either of them as JSON text. */
function listIn(value: unknown): unknown[] | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	const parsed = parsedJson(value) ?? value;
	return Array.isArray(parsed) ? parsed : [parsed];
}
