import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { optionsOf } from './field';
import { readFlag } from './flag';
import { readCount } from './limit';

/** The longest that an operation waits, in seconds. */
const LEAST_S = 5;
const MOST_S = 300;
const PRESET_S = 60;

const waitForResult = {
	displayName: 'Wait for Result',
	name: 'waitForResult',
	type: 'boolean',
	default: false,
	description:
		'Whether to ask again until Smile has the result, which most queries report by no event; when the time is up, the item has the status PROCESSING',
} as const satisfies INodeProperties;

const maxWaitSeconds = {
	displayName: 'Longest Wait',
	name: 'maxWaitSeconds',
	type: 'number',
	typeOptions: { minValue: LEAST_S, maxValue: MOST_S },
	default: PRESET_S,
	description: `How many seconds to wait for the result at most, from ${LEAST_S} to ${MOST_S}`,
	displayOptions: { show: { waitForResult: [true] } },
} as const satisfies INodeProperties;

/** The options of operations whose result comes later. */
export const waitingProperties: readonly INodeProperties[] = [waitForResult, maxWaitSeconds];

/** How long to wait for a result, in milliseconds; undefined for not at all. */
export function readWaiting(context: IExecuteFunctions, itemIndex: number): number | undefined {
	const options = optionsOf(context, itemIndex);
	const seconds = options.field(maxWaitSeconds);
	const most = readCount(seconds, PRESET_S);
	if (most < LEAST_S || most > MOST_S) {
		throw seconds.error(`holds ${most}`, `Enter a whole number from ${LEAST_S} to ${MOST_S}`);
	}
	return readFlag(options.field(waitForResult), false) ? most * 1_000 : undefined;
}
