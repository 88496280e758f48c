import type { IDataObject } from 'n8n-workflow';

import type { EventInput } from '../../events/eventInput';
import { isTestId } from '../../shared/testEnvelope';
import type { Source } from './sources';

const GONE =
	'Smile holds no such data any more: access was revoked, its 60 days are over, or it belongs to another environment';
const MADE_UP =
	'The event is made up, as its ID says, which begins with et-test-, and Smile holds no such data. Have Send Test name a real account, archive or user, or wait for a real event';
const NOT_STORED = 'No record of this kind was stored by this event';

/** The result for data that an event speaks of and Smile does not give; never an error. */
export function withoutRecord(
	{ id, type }: EventInput,
	{ datapoint, gone, reason }: { datapoint: string | null; gone: boolean; reason: string },
): IDataObject {
	return { eventId: id, eventType: type, datapoint, record: null, gone, reason };
}

/** For a source that was read and gave nothing; `wasCut` when it held only records of other events. */
export function emptySource(
	event: EventInput,
	{ row, datapoint, recordId }: Source,
	wasCut: boolean,
): IDataObject {
	const item = withoutRecord(event, {
		datapoint: row.payload ? null : datapoint,
		gone: !wasCut,
		reason: wasCut ? NOT_STORED : isTestId(event.id) ? MADE_UP : GONE,
	});
	return recordId === undefined ? item : { ...item, recordId };
}

/** For an entry of `data.datapoints` that Smile added later. */
export function unknownDatapoint(event: EventInput, datapoint: string): IDataObject {
	const reason = `This release does not know where Smile keeps ${datapoint}`;
	return withoutRecord(event, { datapoint, gone: false, reason });
}

/** For an event that names nothing to read. */
export function noData(event: EventInput, isKnown: boolean): IDataObject {
	const reason = isKnown
		? 'The event names no data'
		: `This release knows no data behind the event type ${event.type}`;
	return withoutRecord(event, { datapoint: null, gone: false, reason });
}
