import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { instantOf } from '../../shared/isoTime';
import { noteHint } from '../hints';
import type { Operation } from '../operation';
import { fieldOf, optionsOf } from '../parameters/field';
import { readFlag } from '../parameters/flag';
import { optionsProperty } from '../parameters/optionsProperty';
import { simplify } from '../parameters/simplify';
import { chosenEvent } from './chosenEvent';
import { dataOf } from './dataOf';
import type { EventInput } from '../../events/eventInput';
import type { Storing } from './newRecords';
import { sameData } from './sameData';
import { withSimpleRecord } from './withSimpleRecord';

const onlyNewRecords = {
	displayName: 'Only New Records',
	name: 'onlyNewRecords',
	type: 'boolean' as const,
	default: false,
	description:
		'Whether to leave out records that Smile had stored before this event. Of an Added event the records stored last are taken, as many as it counts; of a finished task, which counts none, those stored within the hour before it (metadata.itemCreatedAt). Updated events and single records stay whole.',
};

/** Off unless somebody asks for it: one event may have records of several kinds. */
const simplifyRecords = { ...simplify, default: false };

export const getDataOperation: Operation = {
	option: {
		name: 'Get Data',
		value: 'getData',
		action: 'Get data of an event',
		description: 'Read the records that an event speaks of, one item for each',
		builderHint: {
			propertyHint:
				'Directly behind Smile Trigger leave the field Event at its default. One event gives many items or, where the data is gone, one with record null and a reason: filter on record before you store it.',
		},
	},
	properties: [
		{
			displayName: 'Event',
			name: 'event',
			type: 'json',
			required: true,
			default: '={{ $json }}',
			description:
				'An item of the Smile Trigger in any of its outputs. An item of the output Records stands for all data of its kind from its source, read once.',
		},
		simplifyRecords,
		...optionsProperty([onlyNewRecords]),
	],
	reads: true,
	sameAs: (context, itemIndex) => sameData(chosenEvent(context, itemIndex)),
	async *run(context, itemIndex, orThrow, smile) {
		const event = chosenEvent(context, itemIndex);
		const isOnlyNew = readFlag(optionsOf(context, itemIndex).field(onlyNewRecords), false);
		const isSimple = readFlag(fieldOf(context, itemIndex, simplifyRecords), false);
		const only = isOnlyNew ? storingOf(context, itemIndex, event) : undefined;
		for await (const found of dataOf(smile, event, only, orThrow)) {
			noteHint(context, 'gone', found.filter(({ gone }) => gone === true).length);
			yield isSimple ? found.map(withSimpleRecord) : found;
		}
	},
};

function storingOf(context: IExecuteFunctions, itemIndex: number, event: EventInput): Storing {
	const at = instantOf(event.createdAt);
	if (at === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			'Only New Records needs to know when the event was made',
			{
				itemIndex,
				description: 'Set the output of the Smile Trigger to Event or Simplified.',
			},
		);
	}
	const { count } = event.data;
	return { at, count: typeof count === 'number' ? count : undefined };
}
