import type { IExecuteFunctions } from 'n8n-workflow';

import type { EventInput } from '../../events/eventInput';

/** What each execution has read for items of the output Records; forgotten with the execution. */
const readIn = new WeakMap<IExecuteFunctions, Set<string>>();

/** Whether an earlier item of the output Records led to the same list: 300 records must not read it 300 times. */
export function isRepeated(context: IExecuteFunctions, event: EventInput): boolean {
	return event.datapoint !== undefined && (readIn.get(context)?.has(keyOf(event)) ?? false);
}

/** Remembers a list that was read whole. */
export function noteRead(context: IExecuteFunctions, event: EventInput): void {
	const keys = readIn.get(context) ?? new Set();
	readIn.set(context, keys.add(keyOf(event)));
}

function keyOf({ id, type, datapoint, data }: EventInput): string {
	const source = datapoint === 'forms' ? data.userId : data.sourceId;
	return JSON.stringify([id, type, datapoint, source]);
}
