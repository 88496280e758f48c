import { ALL_EVENTS } from '../events/allEvents';
import { datapointKey, namedDatapoints } from '../events/datapoints';
import { filters, type Filter } from './filters';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import type { Read } from '../shared/read';
import type { TriggerFields } from './triggerParameters';
import type { ReceivedEvent } from './parseEvent';

/** What one workflow asked for. Without a list everything of the kind passes; with an empty one, nothing that has it. */
export type Wanted = { eventTypes: readonly string[] } & {
	[Name in Filter]?: readonly string[];
};

/**
 * What the trigger's filters say at this delivery, or which of them says nothing: then nobody can tell whether the
 * event was asked for, and it must neither pass nor be dropped.
 */
export function wantedBy(fields: TriggerFields): Read<Wanted> {
	const { eventTypes } = fields;
	if (!eventTypes.ok) return eventTypes;
	const wanted: Wanted = { eventTypes: eventTypes.value };
	for (const name of filters) {
		const values = fields[name];
		if (!values.ok) return values;
		wanted[name] = values.value;
	}
	if (eventTypes.value.length === 0) return { ok: false, problem: 'Trigger On holds nothing' };
	return { ok: true, value: wanted };
}

/**
 * Whether the workflow asked for this event's type and, where it named some, for what the event tells of. Providers
 * and users have to be named by the event; data, status and source count only where it has such a field.
 */
export function isWanted(event: ReceivedEvent, wanted: Wanted): boolean {
	const data = isJsonObject(event.data) ? event.data : {};
	return (
		(wanted.eventTypes.includes(ALL_EVENTS) || wanted.eventTypes.includes(event.type)) &&
		overlaps(wanted.providers, Array.isArray(data.providers) ? data.providers : []) &&
		overlaps(wanted.userIds, [userIdOf(event)]) &&
		overlaps(wanted.datapoints?.map(datapointKey), datapointsOf(data)) &&
		overlaps(wanted.statuses, fieldOf(data.status)) &&
		overlaps(wanted.sourceTypes, fieldOf(data.sourceType))
	);
}

/** The Smile user of an event: in `data`, or for user sessions in `data.session`; undefined where Smile names none. */
export function userIdOf(event: ReceivedEvent): string | undefined {
	if (!isJsonObject(event.data)) return undefined;
	const { userId, session } = event.data;
	if (typeof userId === 'string') return userId;
	return isJsonObject(session) && typeof session.userId === 'string' ? session.userId : undefined;
}

/** What an event tells of, in one spelling. */
function datapointsOf(data: JsonObject): unknown[] | undefined {
	return fieldOf(namedDatapoints(data))?.map((value) =>
		typeof value === 'string' ? datapointKey(value) : value,
	);
}

/** The values of a field; undefined for an event that does not have it, or has nothing in it. */
function fieldOf(value: unknown): unknown[] | undefined {
	if (value === undefined || value === null) return undefined;
	return Array.isArray(value) ? value : [value];
}

/** Whether one of the asked values is there; also where nothing was asked, or there is nothing to ask it of. */
function overlaps(
	asked: readonly string[] | undefined,
	carried: readonly unknown[] | undefined,
): boolean {
	if (asked === undefined || carried === undefined) return true;
	return carried.some((value) => asked.some((one) => one === value));
}
