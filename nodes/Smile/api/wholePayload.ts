import { groupsIn } from '../events/payloadGroups';
import { isPage, listed } from '../events/payloadShapes';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { readGroup } from './readGroup';
import type { SmileClient } from './client';
import type { Result } from './result';
import { sideBySide } from './sideBySide';

/** Entries of a person's payload that have a payload of their own. */
const SOURCES = ['accounts', 'archives'] as const;

/**
 * The payload of an account, its lists whole and bare, also where Smile cut them or gave pages. Kinds of data of which
 * there may be more that Smile does not list are named in `notWhole`. Fails when a list cannot be read.
 */
export async function wholePayload(
	smile: SmileClient,
	payload: JsonObject,
	accountId: string,
): Promise<Result<JsonObject>> {
	const bare = Object.entries(payload).map(([kind, given]) => [
		kind,
		isPage(given) ? listed(given) : given,
	]);
	return await withWholeLists(smile, payload, accountId, Object.fromEntries(bare));
}

/** The payload of a person, in which the lists of each account and archive are whole; in the form in which Smile gave it. */
export async function wholeSession(
	smile: SmileClient,
	session: JsonObject,
): Promise<Result<JsonObject>> {
	const whole = { ...session };
	for (const name of SOURCES) {
		const given = session[name];
		const sources: JsonObject[] = [];
		for (const source of listed(given)) {
			const { id, payload } = source;
			if (typeof id !== 'string' || !isJsonObject(payload)) {
				sources.push(source);
				continue;
			}
			const found = await withWholeLists(smile, payload, id, payload);
			if (!found.ok) return found;
			sources.push({ ...source, payload: found.value });
		}
		if (sources.length > 0)
			whole[name] = isJsonObject(given) ? { ...given, items: sources } : sources;
	}
	return { ok: true, value: whole };
}

async function withWholeLists(
	smile: SmileClient,
	payload: JsonObject,
	sourceId: string,
	shown: JsonObject,
): Promise<Result<JsonObject>> {
	const whole = { ...shown };
	const notWhole: string[] = [];
	const cut = groupsIn(payload, 'datapoints', { sourceId }).filter(({ isCut }) => isCut);
	for await (const { group, records, missing } of sideBySide(smile, cut, readGroup)) {
		const { datapoint } = group;
		if (missing === 'noList' || missing === 'shortList') notWhole.push(datapoint);
		else if (missing) return { ok: false, failure: missing };
		if (missing !== 'noList') whole[datapoint] = inFormOf(whole[datapoint], records);
	}
	return { ok: true, value: notWhole.length > 0 ? { ...whole, notWhole } : whole };
}

function inFormOf(given: unknown, records: JsonObject[]): JsonObject | JsonObject[] {
	return isJsonObject(given) ? { ...given, nextCursor: null, items: records } : records;
}
