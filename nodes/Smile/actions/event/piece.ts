import type { Failure } from '../../api/failure';
import type { Missing } from '../../api/readGroup';
import type { JsonObject } from '../../shared/jsonObject';

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
