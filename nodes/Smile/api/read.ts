import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../shared/jsonObject';
import type { Answer } from './answer';
import type { SmileClient } from './client';
import { unexpected } from './failure';
import { eachPage, PAGE_SIZE, pageIn } from './paginate';
import { requestSmile } from './request';
import type { Result } from './result';
import { withRetries } from './retry';

/** Reads one thing of Smile's, such as `/users/<id>`, with every field as Smile sent it. */
export async function readOne(
	smile: SmileClient,
	path: string,
	query?: IDataObject,
): Promise<Result<IDataObject>> {
	const answer = await read(smile, path, query);
	if (!answer.ok) return answer;
	return isJsonObject(answer.data)
		? { ok: true, value: answer.data }
		: { ok: false, failure: unexpected('it holds no record') };
}

/**
 * Reads a list of Smile's page by page, at most `limit` records in all, each with every field as Smile sent it.
 * Filters that are undefined are left out. A failed page ends the list: its failure is the last thing yielded.
 */
export async function* readPages(
	smile: SmileClient,
	path: string,
	query: IDataObject = {},
	{ limit = Number.POSITIVE_INFINITY, onCut }: { limit?: number; onCut?: () => void } = {},
): AsyncGenerator<Result<IDataObject[]>, void, undefined> {
	const filters = filtersIn(smile, query);
	const size = Math.min(PAGE_SIZE, limit);
	const fetchPage = async (cursor: string | undefined) =>
		asPage(await read(smile, path, { ...filters, ...pageQuery(size, cursor) }));

	for await (const found of eachPage(fetchPage, limit, onCut)) {
		const records = found.ok ? recordsIn(found.data) : found;
		yield records;
		if (!records.ok) return;
	}
}

/** Reads what Smile gives as a bare array, all at once. */
export async function readArray(
	smile: SmileClient,
	path: string,
	query: IDataObject,
): Promise<Result<IDataObject[]>> {
	const answer = await read(smile, path, query);
	if (!answer.ok) return answer;
	if (!Array.isArray(answer.data)) return { ok: false, failure: unexpected('it holds no list') };
	return recordsIn(answer.data);
}

/** Reads one full page of a list of Smile's; without `nextCursor` in the result it is the last one. */
export async function readPage(
	smile: SmileClient,
	path: string,
	cursor?: string,
	query: IDataObject = {},
): Promise<Result<{ records: IDataObject[]; nextCursor?: string }>> {
	const answer = asPage(await read(smile, path, { ...query, ...pageQuery(PAGE_SIZE, cursor) }));
	const found = answer.ok ? pageIn(answer.data) : answer;
	if (!found.ok) return found;
	const records = recordsIn(found.page.items);
	if (!records.ok) return records;
	return { ok: true, value: { records: records.value, nextCursor: found.page.nextCursor } };
}

/** Reads a whole list of Smile's, or at most `limit` records of it; see `readPages`. */
export async function readList(
	smile: SmileClient,
	path: string,
	query: IDataObject = {},
	limit?: number,
	onCut?: () => void,
): Promise<Result<IDataObject[]>> {
	const records: IDataObject[] = [];
	for await (const found of readPages(smile, path, query, { limit, onCut })) {
		if (!found.ok) return found;
		records.push(...found.value);
	}
	return { ok: true, value: records };
}

/** Without a filter that was meant to be there Smile would give everybody's records. */
function filtersIn(smile: SmileClient, query: IDataObject): IDataObject {
	const filters = Object.entries(query).filter(([, value]) => value !== undefined);
	const empty = filters.find(([, value]) => value === null || value === '');
	if (empty) throw new NodeOperationError(smile.node, `The filter ${empty[0]} is empty`);
	return Object.fromEntries(filters);
}

function recordsIn(items: unknown[]): Result<IDataObject[]> {
	return items.every(isJsonObject)
		? { ok: true, value: items }
		: { ok: false, failure: unexpected('an entry of its list is no record') };
}

function pageQuery(size: number, cursor: string | undefined): IDataObject {
	return { size, ...(cursor === undefined ? {} : { cursor }) };
}

/** Some lists of Smile's are bare arrays: one page that has everything. */
function asPage(answer: Answer): Answer {
	return answer.ok && Array.isArray(answer.data)
		? { ok: true, data: { items: answer.data } }
		: answer;
}

async function read(smile: SmileClient, path: string, query?: IDataObject): Promise<Answer> {
	return await withRetries(
		async (onTurn) => await requestSmile(smile, { method: 'GET', path, query, onTurn }),
		smile.signal,
	);
}
