import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../shared/jsonObject';
import type { Answer } from './answer';
import type { SmileClient } from './client';
import { eachPage, PAGE_SIZE } from './paginate';
import { requestSmile } from './request';
import type { Result } from './result';
import { withRetries } from './retry';
import { page } from './schemas';

/** Reads one thing of Smile's, such as `/users/<id>`, with every field as Smile sent it. */
export async function readOne(smile: SmileClient, path: string): Promise<Result<IDataObject>> {
	const answer = await read(smile, path);
	if (!answer.ok) return answer;
	return isJsonObject(answer.data)
		? { ok: true, value: answer.data }
		: { ok: false, failure: { kind: 'unreadable' } };
}

/**
 * Reads a list of Smile's page by page, at most `limit` records in all, each with every field as Smile sent it.
 * Filters without a value are left out. A failed page ends the list: its failure is the last thing yielded.
 */
export async function* readPages(
	smile: SmileClient,
	path: string,
	query: IDataObject = {},
	{ limit = Number.POSITIVE_INFINITY }: { limit?: number } = {},
): AsyncGenerator<Result<IDataObject[]>, void, undefined> {
	const filters = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
	const size = Math.min(PAGE_SIZE, limit);
	const fetchPage = async (cursor: string | undefined) =>
		asPage(
			await read(smile, path, {
				...Object.fromEntries(filters),
				...pageQuery(size, cursor),
			}),
		);

	for await (const found of eachPage(fetchPage, limit)) {
		yield found.ok ? { ok: true, value: found.data.filter(isJsonObject) } : found;
	}
}

/** Reads one full page of a list of Smile's; without `nextCursor` in the result it is the last one. */
export async function readPage(
	smile: SmileClient,
	path: string,
	cursor?: string,
): Promise<Result<{ records: IDataObject[]; nextCursor?: string }>> {
	const answer = asPage(await read(smile, path, pageQuery(PAGE_SIZE, cursor)));
	if (!answer.ok) return answer;
	const found = page.safeParse(answer.data).data;
	if (!found) return { ok: false, failure: { kind: 'unreadable' } };
	const nextCursor = found.nextCursor || undefined;
	return { ok: true, value: { records: found.items.filter(isJsonObject), nextCursor } };
}

/** Reads a whole list of Smile's, or at most `limit` records of it; see `readPages`. */
export async function readList(
	smile: SmileClient,
	path: string,
	query: IDataObject = {},
	limit?: number,
): Promise<Result<IDataObject[]>> {
	const records: IDataObject[] = [];
	for await (const found of readPages(smile, path, query, { limit })) {
		if (!found.ok) return found;
		records.push(...found.value);
	}
	return { ok: true, value: records };
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
		async () => await requestSmile(smile, { method: 'GET', path, query }),
		smile.signal,
	);
}
