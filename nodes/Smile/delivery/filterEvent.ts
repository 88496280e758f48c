import { ALL_EVENTS } from '../events/allEvents';
import { isJsonObject } from '../shared/jsonObject';
import type { Read } from '../shared/read';
import type { TriggerFields } from '../shared/triggerParameters';
import type { ReceivedEvent } from './parseEvent';

/** What one workflow asked for. Without a list of providers or users, those of every one; with an empty one, none. */
export interface Wanted {
	eventTypes: readonly string[];
	providers?: readonly string[];
	userIds?: readonly string[];
}

/**
 * What the trigger's filters say at this delivery, or which of them says nothing: then nobody can tell whether the
 * event was asked for, and it must neither pass nor be dropped.
 */
export function wantedBy({ eventTypes, providers, userIds }: TriggerFields): Read<Wanted> {
	if (!eventTypes.ok) return eventTypes;
	if (!providers.ok) return providers;
	if (!userIds.ok) return userIds;
	if (eventTypes.value.length === 0) return { ok: false, problem: 'Trigger On holds nothing' };
	return {
		ok: true,
		value: { eventTypes: eventTypes.value, providers: providers.value, userIds: userIds.value },
	};
}

/** Whether the workflow asked for this event's type and, where it named some, for its provider and user. */
export function isWanted(event: ReceivedEvent, wanted: Wanted): boolean {
	return (
		(wanted.eventTypes.includes(ALL_EVENTS) || wanted.eventTypes.includes(event.type)) &&
		overlaps(wanted.providers, providersOf(event)) &&
		overlaps(wanted.userIds, [userIdOf(event)])
	);
}

/** The Smile user of an event: in `data`, or for user sessions in `data.session`; undefined where Smile names none. */
export function userIdOf(event: ReceivedEvent): string | undefined {
	if (!isJsonObject(event.data)) return undefined;
	const { userId, session } = event.data;
	if (typeof userId === 'string') return userId;
	return isJsonObject(session) && typeof session.userId === 'string' ? session.userId : undefined;
}

function providersOf(event: ReceivedEvent): unknown[] {
	const providers = isJsonObject(event.data) ? event.data.providers : undefined;
	return Array.isArray(providers) ? providers : [];
}

function overlaps(asked: readonly string[] | undefined, carried: readonly unknown[]): boolean {
	return asked === undefined || carried.some((value) => asked.some((one) => one === value));
}
