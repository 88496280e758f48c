import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { clientOf, type SmileClient } from '../../api/client';
import { smileError } from '../../api/errors';
import { readPage } from '../../api/read';
import { requestSmile } from '../../api/request';
import { isJsonObject } from '../../shared/jsonObject';
import { filledText } from '../../shared/textOf';
import { lookThrough } from './lookThrough';

/** A list at Smile that a field picks one of. */
export interface PickList {
	/** As in a sentence. */
	plural: string;
	path: string;
	/** What an entry shows of a record, with its id where it has nothing better. */
	nameOf(record: IDataObject, id: string): string;
	/** Filters of the list. */
	query?: IDataObject;
	/** The field that is picked, where it is not the id. */
	key?: string;
	/** A record out of what the list wraps it in. */
	unwrapped?(record: IDataObject): IDataObject;
}

/** What may be an id: Smile knows nobody by words, and an e-mail address has no place in that of a request. */
const ID_FORM = /^[^\s@]{4,200}$/;

/**
 * What a field's list in the editor shows: with a search text the entries whose name or id has it, as Smile's lists
 * cannot be searched. An id that was typed whole is asked for itself. Says so when it could not look at everything.
 */
export async function searchList(
	context: ILoadOptionsFunctions,
	list: PickList,
	filter: string | undefined,
	cursor: string | undefined,
): Promise<INodeListSearchResult> {
	const smile = await clientOf(context);
	const sought = (filter ?? '').trim();
	if (cursor === undefined && list.key === undefined && ID_FORM.test(sought)) {
		const record = await recordWith(smile, list, sought);
		if (record) return { results: [entryOf(list, record, sought)] };
	}

	const looked = await lookThrough(
		async (from) => await readPage(smile, list.path, from, list.query),
		(record) => hitIn(list, record, sought.toLowerCase()),
		cursor,
	);
	if (!looked.ok) {
		throw smileError(looked.failure, { ...smile, doing: `read the ${list.plural}` });
	}
	const { found, nextCursor, wasCut } = looked.value;
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

function hitIn(list: PickList, wrapped: IDataObject, sought: string) {
	const record = list.unwrapped?.(wrapped) ?? wrapped;
	const id = filledText(record[list.key ?? 'id']);
	if (!id.ok) return undefined;
	const entry = entryOf(list, record, id.value);
	return `${entry.name}\n${id.value}`.toLowerCase().includes(sought) ? entry : undefined;
}

function entryOf(list: PickList, record: IDataObject, id: string) {
	return { name: list.nameOf(record, id), value: id };
}
