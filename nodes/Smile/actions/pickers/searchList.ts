import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { clientOf, type SmileClient } from '../../api/client';
import { smileError } from '../../api/errors';
import { LONGEST_ID } from '../../api/limits';
import { readPage } from '../../api/read';
import { requestSmile } from '../../api/request';
import type { Result } from '../../api/result';
import { isJsonObject } from '../../shared/jsonObject';
import { filledText } from '../../shared/textOf';
import { valueAt } from '../../shared/valueAt';
import { timeOf } from './label';
import { lookThrough, type Page } from './lookThrough';

/** A list at Smile that a field picks one of. */
export interface PickList {
	/** As in a sentence. */
	plural: string;
	path: string;
	/** What an entry shows of a record, with its id where it has nothing better. */
	nameOf(record: IDataObject, id: string): string;
	/** More that it is found by, and that it does not show. */
	alsoFoundBy?: readonly string[];
	/** A page of records with what is to be shown of them and stands elsewhere at Smile. */
	completed?(smile: SmileClient, records: IDataObject[]): Promise<IDataObject[]>;
	/** Filters of the list. */
	query?: IDataObject;
	/** The field that is picked, where it is not the id. */
	key?: string;
	/** A record out of what the list wraps it in. */
	unwrapped?(record: IDataObject): IDataObject;
}

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	cursor?: string,
) => Promise<INodeListSearchResult>;

/** What may be an id: Smile knows nobody by words, and an e-mail address has no place in that of a request. */
const ID_FORM = new RegExp(`^[^\\s@]{4,${LONGEST_ID}}$`);

/**
 * What a field's list in the editor shows: with a search text the entries whose name or id has it, as Smile's lists
 * cannot be searched; the newest of what was looked at first. An id that was typed whole is asked for itself. Says so
 * when it could not look at everything.
 */
async function searchList(
	context: ILoadOptionsFunctions,
	list: PickList,
	filter: string | undefined,
	cursor: string | undefined,
): Promise<INodeListSearchResult> {
	const smile = await clientOf(context);
	const sought = (filter ?? '').trim();
	if (cursor === undefined && list.key === undefined && ID_FORM.test(sought)) {
		const record = await recordWith(smile, list, sought);
		const [shown] = record ? ((await list.completed?.(smile, [record])) ?? [record]) : [];
		if (shown) return { results: [entryOf(list, shown, sought)] };
	}

	const looked = await lookThrough(
		async (from) => await readShown(smile, list, from),
		(shown) => hitIn(list, shown, sought.toLowerCase()),
		cursor,
	);
	if (!looked.ok) {
		throw smileError(looked.failure, { ...smile, doing: `read the ${list.plural}` });
	}
	const { nextCursor, wasCut } = looked.value;
	const found = looked.value.found.sort(newestFirst).map(({ entry }) => entry);
	// First, since n8n shows some eight entries before one scrolls. Its empty value cannot be run with.
	const notice = {
		name: `Not all ${list.plural} were searched: type a whole ID to find any other`,
		value: '',
	};
	return {
		results: wasCut ? [notice, ...found] : found,
		...(nextCursor === undefined ? {} : { paginationToken: nextCursor }),
	};
}

/** The function that n8n calls for a field's list, which may depend on what was chosen; see `searchList`. */
export function searching(
	listFor: (context: ILoadOptionsFunctions) => PickList | undefined,
): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter?: string, cursor?: string) {
		const list = listFor(this);
		return list ? await searchList(this, list, filter, cursor) : { results: [] };
	};
}

/** The record with exactly this id, in one try; why there is none the list will tell. */
async function recordWith(
	smile: SmileClient,
	{ path }: PickList,
	id: string,
): Promise<IDataObject | undefined> {
	const answer = await requestSmile(smile, {
		method: 'GET',
		path: `${path}/${encodeURIComponent(id)}`,
	});
	return answer.ok && isJsonObject(answer.data) && answer.data.id === id ? answer.data : undefined;
}

/** A record as Smile has it, and as the list shows it. */
interface Shown {
	record: IDataObject;
	shown: IDataObject;
}

async function readShown(
	smile: SmileClient,
	list: PickList,
	cursor: string | undefined,
): Promise<Result<Page<Shown>>> {
	const page = await readPage(smile, list.path, cursor, list.query);
	if (!page.ok) return page;
	const records = page.value.records.map((one) => list.unwrapped?.(one) ?? one);
	const shown = (await list.completed?.(smile, records)) ?? records;
	const both = records.map((record, index) => ({ record, shown: shown[index] }));
	return { ok: true, value: { ...page.value, records: both } };
}

function hitIn(list: PickList, { record, shown }: Shown, sought: string) {
	const id = filledText(record[list.key ?? 'id']);
	if (!id.ok) return undefined;
	const entry = entryOf(list, shown, id.value);
	const hidden = (list.alsoFoundBy ?? []).map((place) => filledText(valueAt(record, place)));
	const texts = [entry.name, id.value, ...hidden.map((one) => (one.ok ? one.value : ''))];
	const isHit = texts.some((text) => text.toLowerCase().includes(sought));
	return isHit ? { entry, time: timeOf(record) } : undefined;
}

function newestFirst(one: { time: string }, other: { time: string }): number {
	return one.time === other.time ? 0 : one.time > other.time ? -1 : 1;
}

function entryOf(list: PickList, record: IDataObject, id: string) {
	return { name: list.nameOf(record, id), value: id };
}
