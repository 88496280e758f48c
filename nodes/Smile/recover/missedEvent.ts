import { createHash } from 'node:crypto';

import type { SmileEventType } from '../events/event';
import { instantOf } from '../shared/isoTime';
import type { JsonObject } from '../shared/jsonObject';

/** An event as Smile would have sent it, as far as its data still tells. */
export interface MissedEvent extends JsonObject {
	/** Not Smile's id, which is lost; the same each time the same event is rebuilt. */
	id: string;
	version: number;
	type: SmileEventType;
	createdAt: string;
	data: JsonObject;
	reconstructed: true;
	/** Fields of the event, and sentences, about what Smile's data does not tell. */
	notRecovered: string[];
}

export interface Traces {
	type: SmileEventType;
	/** Whom or what it happened to: an id at Smile. */
	objectId: unknown;
	createdAt: string;
	data: JsonObject;
	notRecovered?: readonly string[];
}

/** What the id of every rebuilt event begins with, and of no event of Smile's. */
export const MISSED_PREFIX = 'missed-';

/** An event put together from what it left behind at Smile. */
export function missedEvent({
	type,
	objectId,
	createdAt,
	data,
	notRecovered,
}: Traces): MissedEvent {
	const instant = instantOf(createdAt) ?? null;
	const digest = createHash('sha256').update(JSON.stringify([type, objectId, instant]));
	return {
		id: `${MISSED_PREFIX}${digest.digest('hex').slice(0, 32)}`,
		version: 1,
		type,
		createdAt,
		data,
		reconstructed: true,
		notRecovered: [...(notRecovered ?? [])],
	};
}
