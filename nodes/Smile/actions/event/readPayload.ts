import { isMissing } from '../../api/failure';
import { ownerIn, readOwnPayload } from '../../api/ownPayload';
import { readGroup } from '../../api/readGroup';
import type { SmileClient } from '../../api/client';
import { sideBySide } from '../../api/sideBySide';
import { groupsIn, sourceIdOf } from '../../events/payloadGroups';
import type { Piece } from './piece';
import type { Source } from './sources';

/** The records of a payload, group by group; a group that was cut is read from its list. */
export async function* readPayload(
	smile: SmileClient,
	{ path, datapoint, row }: Source,
): AsyncGenerator<Piece, void, undefined> {
	const answer = await readOwnPayload(smile, path);
	if (!answer.ok) {
		if (!isMissing(answer.failure)) yield { unread: { datapoint, why: answer.failure } };
		return;
	}

	const groups = groupsIn(answer.value, row.payload ?? 'datapoints', ownerIn(path));
	for await (const { group, records, missing } of sideBySide(smile, groups, readGroup)) {
		const kind = group.datapoint;
		yield {
			found: records.map((record) => {
				const sourceId = sourceIdOf(group, record);
				return { datapoint: kind, record, ...(sourceId === undefined ? {} : { sourceId }) };
			}),
		};
		if (missing) yield { unread: { ...group, why: missing, isRest: true } };
	}
}
