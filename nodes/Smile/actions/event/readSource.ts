import type { Failure } from '../../api/failure';
import { isMissing } from '../../api/failure';
import { readOne, readPages } from '../../api/read';
import { pagesIfAny } from '../../api/readable';
import type { Missing } from '../../api/readGroup';
import type { SmileClient } from '../../api/client';
import type { JsonObject } from '../../shared/jsonObject';
import { readPayload } from './readPayload';
import type { Source } from './sources';

export interface Found {
	datapoint: string;
	record: JsonObject;
	/** Only of a payload, whose records do not name their source themselves. */
	sourceId?: string;
}

/** Data that could not be read, unlike data that Smile does not hold. */
export interface Unread {
	datapoint: string;
	/** Only of a payload. */
	sourceId?: string;
	why: Failure | Missing;
	/** Whether some of it was read before. */
	isRest?: boolean;
}

/** A part of what a source holds, or what could not be read of it. */
export type Piece = { found: Found[] } | { unread: Unread };

/** What a source holds, part by part; nothing at all when Smile does not know it. */
export async function* readSource(
	smile: SmileClient,
	source: Source,
): AsyncGenerator<Piece, void, undefined> {
	if (source.row.payload) yield* readPayload(smile, source);
	else if (source.query === undefined) yield* readRecord(smile, source);
	else yield* readListed(smile, source, source.query);
}

async function* readRecord(
	smile: SmileClient,
	{ path, datapoint }: Source,
): AsyncGenerator<Piece, void, undefined> {
	const answer = await readOne(smile, path);
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
