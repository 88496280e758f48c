import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { Window } from '../../recover/window';
import { instantOf } from '../parameters/instant';

/** The time in the fields Start and End; without an end until now. Throws when it is none. */
export function missedWindow(context: IExecuteFunctions, itemIndex: number): Window {
	const start = instantIn(context, itemIndex, 'start', 'Start');
	const end = instantIn(context, itemIndex, 'end', 'End') ?? Date.now();
	if (start === undefined) {
		throw new NodeOperationError(context.getNode(), 'Start is empty', {
			itemIndex,
			description: 'Enter the time from which events were missed.',
		});
	}
	if (start > end) {
		throw new NodeOperationError(context.getNode(), 'Start is later than End', {
			itemIndex,
			description: 'Enter a start before the end; without an end it is now.',
		});
	}
	return { start, end };
}

/** A time without a zone is one in the zone of the workflow, as n8n's editor shows it. */
function instantIn(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	label: string,
): number | undefined {
	const value = context.getNodeParameter(name, itemIndex, '');
	if (value === undefined || value === null || value === '') return undefined;
	const instant = instantOf(value, context.getTimezone());
	if (instant !== undefined) return instant;
	throw new NodeOperationError(context.getNode(), `${label} is not a date and time`, {
		itemIndex,
		description: 'Use a form such as 2026-03-04T05:06:07Z.',
	});
}
