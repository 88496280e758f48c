import { groupsIn } from '../events/payloadGroups';
import type { JsonObject } from '../shared/jsonObject';
import { readGroup } from './readGroup';
import type { SmileClient } from './client';
import type { Result } from './result';
import { sideBySide } from './sideBySide';

/**
 * The payload of an account with whole lists, where Smile cut them. Kinds of data of which there may be more that
 * Smile does not list are named in `notWhole`. Fails when a list cannot be read.
 */
export async function wholePayload(
	smile: SmileClient,
	payload: JsonObject,
	accountId: string,
): Promise<Result<JsonObject>> {
	const whole = { ...payload };
	const notWhole: string[] = [];
	const cut = groupsIn(payload, 'datapoints', { sourceId: accountId }).filter(({ isCut }) => isCut);
	for await (const { group, records, missing } of sideBySide(smile, cut, readGroup)) {
		if (missing === 'noList' || missing === 'shortList') notWhole.push(group.datapoint);
		else if (missing) return { ok: false, failure: missing };
		if (missing !== 'noList') whole[group.datapoint] = records;
	}
	return { ok: true, value: notWhole.length > 0 ? { ...whole, notWhole } : whole };
}
