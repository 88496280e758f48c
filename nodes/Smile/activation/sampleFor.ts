import type { Wanted } from '../delivery/filterEvent';
import type { ReceivedEvent } from '../delivery/parseEvent';
import { ALL_EVENTS } from '../events/allEvents';
import { isKnownType } from '../events/event';
import { typesWithOptionalPayload } from '../events/payloadTypes';
import { sampleData } from '../events/sample';
import { recordStatuses, taskStatuses } from '../events/values';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { testEnvelope } from '../shared/testEnvelope';
import type { TriggerParameters } from '../delivery/triggerParameters';

/** What stands for all events: the one that tells of data, and can bring it. */
const SAMPLE_OF_ALL = 'TASK_FINISHED';

/**
 * A made-up event of the first chosen type, with every field that Smile documents for it, changed where the filters
 * would stop it. As from Smile, the payload of a task is there only for who asked to include it.
 */
export function sampleFor(
	parameters: Pick<TriggerParameters, 'eventTypes' | 'includePayload'> & Wanted,
): ReceivedEvent {
	const [first = ALL_EVENTS] = parameters.eventTypes;
	const type = first === ALL_EVENTS ? SAMPLE_OF_ALL : first;
	const data = passing(dataOf(type), parameters);
	const isLeftOut = typesWithOptionalPayload.includes(type) && !parameters.includePayload;
	return {
		...testEnvelope(),
		version: 1,
		type,
		data: isLeftOut ? { ...data, payload: null } : data,
	};
}

/** Of a type that this release does not know nothing is documented; most events name a user. */
function dataOf(type: string): JsonObject {
	if (isKnownType(type)) return sampleData(type) as JsonObject;
	return { userId: sampleData('USER_CREATED').userId };
}

function passing(data: JsonObject, wanted: Wanted): JsonObject {
	return {
		...data,
		...ofUser(data, wanted.userIds),
		...(wanted.providers && { providers: [wanted.providers[0]] }),
		...ofDatapoints(data, wanted.datapoints),
		...changed(data, 'status', statusFor(data.status, wanted.statuses)),
		...changed(data, 'sourceType', wanted.sourceTypes),
	};
}

function ofUser({ userId, session }: JsonObject, userIds: Wanted['userIds']): JsonObject {
	if (!userIds) return {};
	const [wanted] = userIds;
	return {
		...(isJsonObject(session) && { session: { ...session, userId: wanted } }),
		...((userId !== undefined || !isJsonObject(session)) && { userId: wanted }),
	};
}

function ofDatapoints({ datapoints }: JsonObject, wanted: Wanted['datapoints']): JsonObject {
	if (!wanted || !Array.isArray(datapoints)) return {};
	return { datapoints: [...new Set([...wanted, ...datapoints.map(String)])] };
}

/** Those of the wanted statuses that such an event can have; should none fit, all of them. */
function statusFor(status: unknown, wanted: Wanted['statuses']): Wanted['statuses'] {
	const lists: ReadonlyArray<readonly string[]> = [taskStatuses, recordStatuses];
	const possible = lists.find((list) => list.includes(String(status)));
	const fitting = wanted?.filter((one) => possible?.includes(one));
	return fitting && fitting.length > 0 ? fitting : wanted;
}

/** A field with the first wanted value, where the event has the field and none of the wanted ones in it. */
function changed(
	data: JsonObject,
	name: string,
	wanted: readonly string[] | undefined,
): JsonObject {
	if (!wanted || !(name in data) || wanted.includes(String(data[name]))) return {};
	return { [name]: wanted[0] };
}
