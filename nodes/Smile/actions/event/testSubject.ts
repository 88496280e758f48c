import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import type { OrThrow } from '../../api/errors';
import { readList } from '../../api/read';
import { readRecord } from '../../api/readRecord';
import { datapoints } from '../../events/datapoints';
import { isJsonObject, type JsonObject } from '../../shared/jsonObject';
import { optionsOf, type Field } from '../parameters/field';
import { pickInput } from '../parameters/pick';
import { smileResources } from '../smileResources';

type Kind = 'account' | 'archive' | 'user';

const inputs = {
	account: subjectInput('account', 'searchAccounts', 'its user and provider come along'),
	archive: subjectInput('archive', 'searchArchives', 'its user comes along'),
	user: subjectInput('user', 'searchUsers', 'one of their accounts or archives comes along'),
};

/** The options that have a test event speak of somebody whom Smile knows. */
export const subjectFields: INodeProperties[] = Object.values(inputs).map(({ property }) => ({
	...property,
	// n8n 2.41 publishes no workflow with a required field inside of a collection.
	required: undefined,
}));

interface Chosen {
	kind: Kind;
	id: string;
	field: Field;
}

interface Asking {
	context: IExecuteFunctions;
	itemIndex: number;
	smile: SmileClient;
	orThrow: OrThrow;
}

/**
 * The data of a sample with the ids of the user, account or archive that the options name, so that Get Data finds
 * something behind the event. Throws where the event has no place for it, and where Smile does not know it.
 */
export async function withSubject(
	asking: Asking,
	type: string,
	sample: JsonObject,
): Promise<JsonObject> {
	const chosen = chosenIn(asking);
	if (!chosen) return sample;
	const { kind, id, field } = chosen;
	const ids = await idsOf(asking, chosen, sample);
	const known = { ...ids, ...(await recordIdOf(asking, type, ids.sourceId)) };
	const session = isJsonObject(sample.session)
		? { session: { ...sample.session, userId: known.userId } }
		: {};
	const placed = Object.entries(known).filter(([name]) => name in sample);
	const isNamed =
		placed.some(([, value]) => value === id) || (kind === 'user' && 'session' in sample);
	if (isNamed) return { ...sample, ...session, ...Object.fromEntries(placed) };
	throw field.error(
		'has no place in an event of this type',
		'Remove it, or choose another Event Type',
	);
}

function chosenIn({ context, itemIndex }: Asking): Chosen | undefined {
	const options = optionsOf(context, itemIndex);
	const added = (Object.keys(inputs) as Kind[])
		.map((kind) => ({ kind, field: options.field(inputs[kind].property) }))
		.filter(({ field }) => field.isSet);
	const [first, second] = added;
	if (second) {
		throw second.field.error(
			'cannot stand beside another one that says whom the event is about',
			'Add one of Account, Archive and User',
		);
	}
	if (!first) return undefined;
	const surroundings = { timezone: context.getTimezone() };
	return { ...first, id: String(inputs[first.kind].read(first.field, surroundings)) };
}

/** What an event about the chosen one names, by the fields of events. */
async function idsOf(
	{ smile, orThrow }: Asking,
	{ kind, id, field }: Chosen,
	sample: JsonObject,
): Promise<IDataObject> {
	const found = await readRecord(smile, smileResources[kind].path, id);
	const record = orThrow(found, `get the ${kind} ${id} for the test event`);
	if (kind !== 'user') return idsIn(kind, record);

	const isOfArchive = 'archiveId' in sample;
	if (!isOfArchive && !('accountId' in sample) && !('sourceId' in sample)) return { userId: id };
	const source = isOfArchive ? 'archive' : 'account';
	const { path: list, plural } = smileResources[source];
	const sources = orThrow(
		await readList(smile, list, { userId: id }, 1),
		`read the ${plural} of the user ${id} for the test event`,
	);
	if (sources.length > 0) return { ...idsIn(source, sources[0]), userId: id };
	throw field.error(`names somebody who has no ${plural} at Smile`, 'Pick somebody else');
}

/** The id of the single record that an event such as Identity Added names; none for others, and where there is none. */
async function recordIdOf(
	{ smile, orThrow }: Asking,
	type: string,
	sourceId: IDataObject[string],
): Promise<IDataObject> {
	const row = Object.values(datapoints).find(({ added }) => added === type);
	if (row?.idField === undefined || sourceId === undefined) return {};
	const [record] = orThrow(
		await readList(smile, row.path, { sourceId }, 1),
		`read the ${row.name} of ${String(sourceId)} for the test event`,
	);
	return record ? { [row.idField]: record.id } : {};
}

function idsIn(kind: 'account' | 'archive', { id, userId, providerId }: IDataObject): IDataObject {
	return kind === 'account'
		? { userId, accountId: id, sourceId: id, sourceType: 'ACCOUNT', providers: [providerId] }
		: {
				userId,
				archiveId: id,
				sourceId: id,
				sourceType: 'ARCHIVE',
				taskType: 'ANALYZE_ARCHIVE',
				providers: [],
			};
}

function subjectInput(kind: Kind, searchListMethod: string, along: string) {
	const { name, idExample } = smileResources[kind];
	return pickInput({
		displayName: name,
		name: `${kind}Id`,
		description: `The ${kind} that the event is about instead of a made-up one, so that Get Data finds its data; ${along}`,
		example: idExample,
		noun: kind,
		searchListMethod,
	});
}
