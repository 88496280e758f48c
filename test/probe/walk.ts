import { isJsonObject, type JsonObject } from '../../nodes/Smile/shared/jsonObject';
import type { SmileClient } from './client';
import { described, isSuccess } from './describe';

/** What a list holds, page by page, at most so many pages. Throws a sentence where it cannot be read. */
export async function walk(
	client: Pick<SmileClient, 'ask'>,
	path: string,
	pages = 20,
): Promise<JsonObject[]> {
	const items: JsonObject[] = [];
	let cursor = '';
	for (let page = 0; page < pages; page += 1) {
		const join = path.includes('?') ? '&' : '?';
		const next = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
		const answer = await client.ask(`${path}${join}size=150${next}`);
		if (!isSuccess(answer)) throw new Error(`The list was answered ${described(answer)}`);
		const found = answer.data.items;
		if (Array.isArray(found)) items.push(...found.filter(isJsonObject));
		const given = answer.data.nextCursor;
		cursor = given === null || given === undefined ? '' : String(given);
		if (cursor === '') break;
	}
	return items;
}
