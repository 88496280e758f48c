import type { SmileClient } from '../../api/client';
import { isMissing } from '../../api/failure';
import { readOne, readPages } from '../../api/read';
import type { Result } from '../../api/result';
import type { JsonObject } from '../../shared/jsonObject';
import { readPayload } from './readPayload';
import type { Source } from './sources';

export interface Found {
	datapoint: string;
	record: JsonObject;
	/** Only of a payload, whose records do not name their source themselves. */
	sourceId?: string;
}

/** Page after page what a source holds; nothing at all when Smile does not know it. */
export async function* readSource(
	smile: SmileClient,
	source: Source,
): AsyncGenerator<Result<Found[]>, void, undefined> {
	const { path, row } = source;
	const pages = row.payload ? readPayload(smile, path, row.payload) : records(smile, source);
	for await (const page of pages) {
		if (page.ok || !isMissing(page.failure)) yield page;
	}
}

async function* records(
	smile: SmileClient,
	{ path, query, datapoint }: Source,
): AsyncGenerator<Result<Found[]>, void, undefined> {
	const pages = query === undefined ? one(smile, path) : readPages(smile, path, query);
	for await (const page of pages) {
		yield page.ok ? { ok: true, value: page.value.map((record) => ({ datapoint, record })) } : page;
	}
}

async function* one(
	smile: SmileClient,
	path: string,
): AsyncGenerator<Result<JsonObject[]>, void, undefined> {
	const answer = await readOne(smile, path);
	yield answer.ok ? { ok: true, value: [answer.value] } : answer;
}
