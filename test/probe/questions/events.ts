import { datapoints } from '../../../nodes/Smile/events/datapoints';
import { isJsonObject, type JsonObject } from '../../../nodes/Smile/shared/jsonObject';
import type { Probe } from '../probe';
import type { Question } from '../question';
import type { Try } from '../receiver';
import { analysisOfUnknown, heardOfArchive } from '../scenes/archive';
import { heardOfUser } from '../scenes/user';

const optional = ['errorCode', 'providers', 'session', 'status', 'taskType'];

/** TASK_FINISHED about the unknown archive, at a webhook that asked for no payload, or for one. */
async function finished(probe: Probe, name: 'plain' | 'payload'): Promise<JsonObject | undefined> {
	await analysisOfUnknown(probe);
	return dataOf(await heardOfArchive(probe, 'TASK_FINISHED', name));
}

function dataOf(arrived: Try | undefined): JsonObject | undefined {
	const data = arrived?.event.data;
	return isJsonObject(data) ? data : undefined;
}

/** How a payload says that it holds nothing of a kind; undefined where it holds something. */
function formOfNone(value: unknown): string | undefined {
	if (value === undefined) return 'absent';
	if (value === null) return 'null';
	if (!isJsonObject(value)) return undefined;
	if (Object.keys(value).length === 0) return 'emptyObject';
	if (value.items === null) return 'nullItems';
	return Array.isArray(value.items) && value.items.length === 0 ? 'emptyPage' : undefined;
}

/** What the data of events holds. */
export const eventQuestions: Question[] = [
	{
		id: 'events.sparse',
		question: 'Do events leave out the fields that need not be there?',
		decides: 'sparseEvents',
		until: 'No field of the data has to be there; a filter lets an event without its field pass',
		ask: async (probe) => {
			const first = dataOf(await heardOfUser(probe, 'answered'));
			const all = [first, await finished(probe, 'plain')].filter((data) => data !== undefined);
			if (all.length === 0) return { seen: 'No event arrived in time' };
			const found = optional.filter((field) => all.some((data) => field in data));
			return {
				seen: `Of them there are: ${found.join(', ') || 'none'}`,
				value: found.length === 0,
			};
		},
	},
	{
		id: 'events.emptyPayload',
		question: 'How does an event say that its webhook asked for no payload?',
		decides: 'emptyPayload',
		until: 'No payload, null and an empty object all mean that there is none',
		ask: async (probe) => {
			const data = await finished(probe, 'plain');
			if (!data) return { seen: 'TASK_FINISHED did not arrive in time' };
			const { payload } = data;
			const form = formOfNone(payload) === 'absent' ? 'missing' : formOfNone(payload);
			const value =
				form === 'missing' || form === 'null' || form === 'emptyObject' ? form : undefined;
			return { seen: `The payload is ${value ?? 'something else'}`, value };
		},
	},
	{
		id: 'events.noneOfKind',
		question: 'How does a payload say that there is no data of a kind?',
		decides: 'answers.noneOfKind',
		until: 'All of its forms mean that there is none',
		ask: async (probe) => {
			const data = await finished(probe, 'payload');
			if (!data) return { seen: 'TASK_FINISHED did not arrive in time' };
			if (!isJsonObject(data.payload)) return { seen: 'It came without a payload' };
			const { payload } = data;
			const kinds = Object.values(datapoints).map(({ name }) => formOfNone(payload[name]));
			const forms = [...new Set(kinds.flatMap((form) => form ?? []))];
			const value = forms.length === 1 ? forms[0] : undefined;
			return { seen: `Forms that were seen: ${forms.join(', ') || 'none'}`, value };
		},
	},
];
