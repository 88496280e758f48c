import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { textIn } from '../shared/text';
import type { EventEntry } from './catalogue';
import { datapointNamed } from './datapoints';
import { entryOf } from './entryOf';
import { cursorIn, isPage, listed, oneRecord, oneWithId } from './payloadShapes';

/** Forms are listed by the person who filled them in. */
export const FORMS_PATH = '/alpha/forms';

/** Smile puts at most so many records of one kind into a payload. */
export const PAYLOAD_LIMIT = 300;

/** All records of one kind and one source that a payload holds. */
export interface PayloadGroup {
	/** The payload's own name for the kind of data, such as `incomes`. */
	datapoint: string;
	/** The account, archive or record that the data was read from; none for forms. */
	sourceId: string | undefined;
	records: JsonObject[];
	/** Set where Smile says that it holds more. */
	nextCursor?: string;
	/** Whether Smile holds more, or may: a list that is full may have been cut, and a bare one cannot say so. */
	isCut: boolean;
	/** Where all records of the group are listed; undefined where this release does not know. */
	list?: { path: string; query: JsonObject };
}

/** Lists of a session whose entries are no records but hold some. */
const SOURCES: ReadonlySet<string> = new Set(['accounts', 'archives']);

type Shape = NonNullable<EventEntry['payload']>;

/** Whose data a payload is, as far as whoever asked for it knows. */
export interface Owner {
	sourceId?: string;
	userId?: string;
}

/** The groups in an event's payload, in the payload's order; empty for an event that carries none. */
export function payloadGroups(event: { type: string; data?: unknown }): PayloadGroup[] {
	const { data } = event;
	if (!isJsonObject(data) || !isJsonObject(data.payload)) return [];

	const shape = entryOf(event.type)?.payload ?? 'datapoints';
	if (shape === 'record') {
		const datapoint = textIn(data.recordType) ?? 'record';
		return filled([group(datapoint, textIn(data.recordId), oneRecord(data.payload))]);
	}
	const session = isJsonObject(data.session) ? data.session : {};
	return groupsIn(data.payload, shape, {
		sourceId: textIn(data.sourceId),
		userId: textIn(session.userId),
	});
}

/**
 * The groups of a payload: of an event, of GET /accounts/{id}/payload, whose lists are bare, or of
 * GET /users/{id}/payload. `owner` counts where the payload does not name its own.
 */
export function groupsIn(
	payload: JsonObject,
	shape: Exclude<Shape, 'record'>,
	owner: Owner,
): PayloadGroup[] {
	const { sourceId, userId } = isJsonObject(payload.metadata) ? payload.metadata : {};
	return filled(
		shape === 'session'
			? sessionGroups(payload, textIn(userId) ?? owner.userId)
			: datapointGroups(payload, textIn(sourceId) ?? owner.sourceId),
	);
}

/** The account, archive, record or form that one record of a group comes from. */
export function sourceIdOf(
	{ datapoint, sourceId }: PayloadGroup,
	{ id }: JsonObject,
): string | undefined {
	return datapoint === 'forms' && sourceId === undefined ? textIn(id) : sourceId;
}

function datapointGroups(payload: JsonObject, sourceId: string | undefined): PayloadGroup[] {
	return Object.entries(payload)
		.filter(([datapoint]) => datapoint !== 'metadata')
		.map(([datapoint, given]) => {
			const row = datapointNamed(datapoint);
			const records = isPage(given)
				? listed(given)
				: row && !row.isSingle
					? oneWithId(given)
					: oneRecord(given);
			const list = row && sourceId !== undefined && { path: row.path, query: { sourceId } };
			return group(datapoint, sourceId, records, given, list || undefined);
		});
}

/**
 * A session embeds its forms, and the data points of each of its accounts and archives. What else it may hold some
 * day counts by its shape: sources have a payload of their own, all others are records.
 */
function sessionGroups(payload: JsonObject, userId: string | undefined): PayloadGroup[] {
	return Object.entries(payload)
		.filter(([name]) => name !== 'metadata')
		.flatMap(([name, given]) => {
			const all = isPage(given) ? listed(given) : oneRecord(given);
			const sources = all.filter((one) => isJsonObject(one.payload));
			const records = SOURCES.has(name) ? [] : all.filter((one) => !sources.includes(one));
			const list = name === 'forms' && userId !== undefined ? formsOf(userId) : undefined;
			return [
				...sources.flatMap(groupsOfSource),
				// Should Smile cut the list of sources itself, this group without records says so.
				group(name, undefined, records, given, list),
			];
		});
}

function groupsOfSource({ id, payload }: JsonObject): PayloadGroup[] {
	return isJsonObject(payload) ? datapointGroups(payload, textIn(id)) : [];
}

function formsOf(userId: string): PayloadGroup['list'] {
	return { path: FORMS_PATH, query: { userId } };
}

function group(
	datapoint: string,
	sourceId: string | undefined,
	records: JsonObject[],
	given?: unknown,
	list?: PayloadGroup['list'],
): PayloadGroup {
	const nextCursor = isJsonObject(given) ? cursorIn(given.nextCursor) : undefined;
	const isCut = nextCursor !== undefined || records.length >= PAYLOAD_LIMIT;
	return {
		datapoint,
		sourceId,
		records,
		...(nextCursor === undefined ? {} : { nextCursor }),
		isCut,
		...(list && { list }),
	};
}

function filled(groups: PayloadGroup[]): PayloadGroup[] {
	return groups.filter(({ records, isCut }) => records.length > 0 || isCut);
}
