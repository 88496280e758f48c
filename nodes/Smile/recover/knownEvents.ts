import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { KnownEvent } from './withoutKnown';
import { eventInput } from '../events/eventInput';

/** The events in the option Known Events. Throws when one of them is no event. */
export function knownEvents(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
): KnownEvent[] {
	const listed = listIn(value);
	const events = listed.map((one) => eventInput(one));
	const wrong = events.findIndex((one) => one === undefined);
	if (wrong === -1) return events.filter((one) => one !== undefined);
	throw new NodeOperationError(
		context.getNode(),
		`Entry ${wrong + 1} of Known Events is no Smile event`,
		{
			itemIndex,
			description:
				'Give it a list of events as a Smile Trigger or Get Missed gave them, or remove the option.',
		},
	);
}

/** A list, a single event, or either of them as JSON text. */
function listIn(value: unknown): unknown[] {
	if (value === undefined || value === null || value === '') return [];
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	try {
		const parsed: unknown = JSON.parse(value);
		return Array.isArray(parsed) ? parsed : [parsed];
	} catch {
		return [value];
	}
}
