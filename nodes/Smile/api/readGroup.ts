import type { PayloadGroup } from '../events/payloadGroups';
import type { JsonObject } from '../shared/jsonObject';
import type { Failure } from './failure';
import { readPages } from './read';
import { listIfAny } from './readable';
import type { SmileClient } from './client';

/** The records of one kind and source; with `missing` there are more that could not be had. */
export interface WholeGroup {
	group: PayloadGroup;
	records: JsonObject[];
	missing?: Missing;
}

/**
 * Why the rest of a cut group is missing: its list failed, holds less than the payload did, or is none that this
 * release knows.
 */
export type Missing = Failure | 'shortList' | 'noList';

/** The records of a group of a payload, from their list where the payload was cut. What was in hand is never lost. */
export async function readGroup(group: PayloadGroup, smile: SmileClient): Promise<WholeGroup> {
	const { records: inHand, isCut, list } = group;
	if (!isCut) return { group, records: inHand };
	if (!list) return { group, records: inHand, missing: 'noList' };

	const { records: read, failure } = await listIfAny(readPages(smile, list.path, list.query));
	const isShort = read.length < inHand.length;
	if (!failure && !isShort) return { group, records: read };
	return { group, records: joined(read, inHand), missing: failure ?? 'shortList' };
}

function joined(read: JsonObject[], inHand: JsonObject[]): JsonObject[] {
	const ids = new Set(read.map(({ id }) => id));
	return [...read, ...inHand.filter(({ id }) => !ids.has(id))];
}
