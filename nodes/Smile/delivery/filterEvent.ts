import { ALL_EVENTS } from '../events/allEvents';
import { isJsonObject } from '../shared/jsonObject';
import type { ReceivedEvent } from './parseEvent';

/** What one workflow asked for. An empty list of providers or users means every one. */
export interface Wanted {
	eventTypes: readonly string[];
	providers: readonly string[];
	userIds: readonly string[];
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

function overlaps(asked: readonly string[], carried: readonly unknown[]): boolean {
	return asked.length === 0 || carried.some((value) => asked.some((one) => one === value));
}
