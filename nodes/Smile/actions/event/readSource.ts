import type { IExecuteFunctions } from 'n8n-workflow';

import { isMissing } from '../../api/failure';
import { readOne, readPages } from '../../api/read';
import type { Result } from '../../api/webhooks';
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
	context: IExecuteFunctions,
	source: Source,
): AsyncGenerator<Result<Found[]>, void, undefined> {
	const { path, row } = source;
	const pages = row.payload ? readPayload(context, path, row.payload) : records(context, source);
	for await (const page of pages) {
		if (page.ok || !isMissing(page.failure)) yield page;
	}
}

async function* records(
	context: IExecuteFunctions,
	{ path, query, datapoint }: Source,
): AsyncGenerator<Result<Found[]>, void, undefined> {
	const pages = query === undefined ? one(context, path) : readPages(context, path, query);
	for await (const page of pages) {
		yield page.ok ? { ok: true, value: page.value.map((record) => ({ datapoint, record })) } : page;
	}
}

async function* one(
	context: IExecuteFunctions,
	path: string,
): AsyncGenerator<Result<JsonObject[]>, void, undefined> {
	const answer = await readOne(context, path);
	yield answer.ok ? { ok: true, value: [answer.value] } : answer;
}
