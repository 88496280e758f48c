import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { Window } from '../../recover/window';
import { fieldOf } from '../parameters/field';
import { readInstant } from '../parameters/instant';
import { isEmpty } from '../parameters/nothing';

const START = { name: 'start', displayName: 'Start' } as const;
const END = { name: 'end', displayName: 'End' } as const;

/** The time in the fields Start and End; without an end until now. Throws when it is none. */
export function missedWindow(context: IExecuteFunctions, itemIndex: number): Window {
	// A time without a zone is one in the zone of the workflow, as n8n's editor shows it.
	const timezone = context.getTimezone();
	const start = readInstant(fieldOf(context, itemIndex, START), timezone);
	const until = fieldOf(context, itemIndex, END);
	const end = isEmpty(until.value) ? Date.now() : readInstant(until, timezone);
	if (start <= end) return { start, end };
	throw new NodeOperationError(context.getNode(), 'Start is later than End', {
		itemIndex,
		description: 'Enter a start before the end; without an end it is now.',
	});
}
