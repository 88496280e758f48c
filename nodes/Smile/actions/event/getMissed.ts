import type { IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import type { Failure } from '../../api/failure';
import { inOrder } from '../../recover/inOrder';
import type { MissedEvent } from '../../recover/missedEvent';
import { sweep } from '../../recover/sweep';
import { TASK_DAYS } from '../../recover/sweepTasks';
import { withoutKnown } from '../../recover/withoutKnown';
import type { Operation } from '../operation';
import { optionsProperty } from '../parameters/optionsProperty';
import { failureText } from './failureText';
import { missedOptionProperties, missedOptions } from './missedOptions';
import { missedWindow } from './missedWindow';

export const getMissedOperation: Operation = {
	option: {
		name: 'Get Missed',
		value: 'getMissed',
		action: 'Get missed events',
		description: 'Rebuild events that nobody received, from the traces that they left at Smile',
		builderHint: {
			propertyHint:
				'For a gap after an outage, once; it is no way to poll. Events that arrive are what Smile Trigger is for.',
		},
	},
	properties: [
		{
			displayName: `Smile keeps no list of past events: they are rebuilt from what it still holds, and each names under notRecovered what is missing of it. Where something could not be read, a last item with incomplete: true says what; tasks that began more than ${TASK_DAYS} days before Start are not found.`,
			name: 'fidelityNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Start',
			name: 'start',
			type: 'dateTime',
			required: true,
			default: '={{ $now.minus({ days: 1 }).toISO() }}',
			description:
				'The earliest time of an event, to the second and included. A time without a zone is in the zone of the workflow.',
		},
		{
			displayName: 'End',
			name: 'end',
			type: 'dateTime',
			default: '',
			description:
				'The latest time of an event, to the second and included; empty for now. A time without a zone is in the zone of the workflow.',
		},
		...optionsProperty(missedOptionProperties),
	],
	reads: true,
	async *run(context, itemIndex, orThrow, smile) {
		const window = missedWindow(context, itemIndex);
		const { isAsked, known, limit } = missedOptions(context, itemIndex);
		const events = new Map<string, MissedEvent>();
		const failed: FailedSource[] = [];
		let hasRead = false;
		for await (const { result, ...from } of sweep(smile, window, isAsked)) {
			hasRead ||= result.ok;
			if (!result.ok) failed.push({ ...from, result });
			for (const event of result.ok ? result.value : []) events.set(event.id, event);
		}
		if (failed.length > 0 && !hasRead) orThrow(failed[0].result, doing(failed[0]));
		yield inOrder(withoutKnown(events.values(), known), limit);
		if (failed.length > 0) yield [incomplete(smile, failed)];
	},
};

interface FailedSource {
	source: string;
	sourceId?: string;
	result: { ok: false; failure: Failure };
}

const doing = ({ source }: FailedSource) => `read the ${source} for missed events`;

/** The last item of a sweep that could not read everything. It is no event: it has no id and no type. */
function incomplete(smile: SmileClient, failed: FailedSource[]): IDataObject {
	const notRead = failed.map((one) => ({
		source: one.source,
		...(one.sourceId === undefined ? {} : { sourceId: one.sourceId }),
		reason: failureText(smile, doing(one), one.result.failure),
	}));
	return { incomplete: true, notRead };
}
