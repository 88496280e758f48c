import type { IDataObject } from 'n8n-workflow';

import type { Missing } from '../../api/readGroup';
import type { SmileClient } from '../../api/client';
import type { EventInput } from '../../events/eventInput';
import { failureText } from './failureText';
import type { Unread } from './piece';
import type { Source } from './sources';
import { withoutRecord } from './withoutRecord';

/**
 * The result for data that could not be read, beside what could. `notRead` tells it from data that is gone, and from
 * kinds of which the event has stored nothing: only here running it again helps.
 */
export function unreadData(
	smile: SmileClient,
	event: EventInput,
	{ recordId }: Source,
	{ datapoint, sourceId, why, isRest }: Unread,
): IDataObject {
	const what = `${isRest ? 'the rest of the ' : ''}${datapoint} of the event`;
	return {
		...withoutRecord(event, { datapoint, gone: false, reason: reasonOf(smile, what, why) }),
		notRead: true,
		...(recordId === undefined ? {} : { recordId }),
		...(sourceId === undefined ? {} : { sourceId }),
	};
}

function reasonOf(smile: SmileClient, what: string, why: Missing): string {
	switch (why) {
		case 'shortList':
			return `Could not read ${what}: Smile sent the first of them only, and holds no more in its list`;
		case 'noList':
			return `Could not read ${what}: this release does not know where Smile lists them`;
		default:
			return failureText(smile, `read ${what}`, why);
	}
}
