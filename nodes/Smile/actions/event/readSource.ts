import { isMissing } from '../../api/failure';
import { readPages } from '../../api/read';
import { readRecord } from '../../api/readRecord';
import { pagesIfAny } from '../../api/readable';
import type { SmileClient } from '../../api/client';
import type { JsonObject } from '../../shared/jsonObject';
import type { Piece } from './piece';
import { readPayload } from './readPayload';
import type { Source } from './sources';

/** What a source holds, part by part; nothing at all when Smile does not know it. */
export async function* readSource(
	smile: SmileClient,
	source: Source,
): AsyncGenerator<Piece, void, undefined> {
	if (source.row.payload) yield* readPayload(smile, source);
	else if (source.query === undefined) yield* readSingle(smile, source);
	else yield* readListed(smile, source, source.query);
}

async function* readSingle(
	smile: SmileClient,
	{ path, datapoint }: Source,
): AsyncGenerator<Piece, void, undefined> {
	// The path of a single record ends with its id.
	const end = path.lastIndexOf('/');
	const id = decodeURIComponent(path.slice(end + 1));
	const answer = await readRecord(smile, path.slice(0, end), id);
	if (answer.ok) yield { found: [{ datapoint, record: answer.value }] };
	else if (!isMissing(answer.failure)) yield { unread: { datapoint, why: answer.failure } };
}

async function* readListed(
	smile: SmileClient,
	{ path, datapoint, keeps }: Source,
	query: JsonObject,
): AsyncGenerator<Piece, void, undefined> {
	let isRest = false;
	for await (const page of pagesIfAny(readPages(smile, path, query))) {
		yield page.ok
			? { found: page.value.filter(keeps).map((record) => ({ datapoint, record })) }
			: { unread: { datapoint, why: page.failure, isRest } };
		isRest = true;
	}
}
