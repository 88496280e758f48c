import type { IDataObject } from 'n8n-workflow';

import { eventOptions } from '../../events/options';
import { inOrder } from '../../recover/inOrder';
import type { MissedEvent } from '../../recover/missedEvent';
import { rebuildable } from '../../recover/rebuildable';
import { isWithin } from '../../recover/window';
import { withoutKnown } from '../../recover/withoutKnown';
import { textList } from '../../shared/textList';
import type { Operation } from '../operation';
import { knownEvents } from '../../recover/knownEvents';
import { missedWindow } from '../../recover/missedWindow';
import { sweep } from '../../recover/sweep';

export const getMissedOperation: Operation = {
	option: {
		name: 'Get Missed',
		value: 'getMissed',
		action: 'Get missed events',
		description: 'Rebuild events that nobody received, from the traces that they left at Smile',
	},
	properties: [
		{
			displayName:
				'Smile keeps no list of events, so they are rebuilt: users, invites and stored records well, tasks without their outcome, accounts and archives from their last state only. Updated, verification, record and session events leave no trace. Each event names in notRecovered what is missing.',
			name: 'fidelityNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Start',
			name: 'start',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'The earliest time of an event, to the second; this second is included',
		},
		{
			displayName: 'End',
			name: 'end',
			type: 'dateTime',
			default: '',
			description: 'The latest time of an event, to the second and included; empty for now',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Event Types',
					name: 'eventTypes',
					type: 'multiOptions',
					options: eventOptions.filter(({ value }) => rebuildable.has(String(value))),
					default: [],
					description:
						'Only events of these types; empty for all that can be rebuilt. Account Disconnected, Archive Revoked and Invite events cost the most requests, as all accounts, archives or invites are read.',
				},
				{
					displayName: 'Known Events',
					name: 'knownEvents',
					type: 'json',
					default: '[]',
					description:
						'Events that arrived or were rebuilt before, as a list. They are left out: by ID, and where an event of the same type about the same thing was made within five minutes. Their ID, type, createdAt and the IDs in data are enough.',
				},
				{
					displayName: 'Limit',
					name: 'limit',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 50,
					description: 'Max number of results to return',
					hint: 'The oldest are returned. Smile is read whole all the same, and without this option all are returned.',
				},
			],
		},
	],
	async *run(context, itemIndex, orThrow, smile) {
		const window = missedWindow(context, itemIndex);
		const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
		const asked = new Set(textList(options.eventTypes));
		const isAsked = (type: string) => asked.size === 0 || asked.has(type);

		const known = knownEvents(context, itemIndex, options.knownEvents);
		const events = new Map<string, MissedEvent>();
		const missed = () => inOrder(withoutKnown(events.values(), known), options.limit);
		for await (const { what, result } of sweep(smile, window, isAsked)) {
			if (!result.ok) {
				yield missed();
				orThrow(result, `read the ${what} for missed events`);
				return;
			}
			for (const event of result.value) {
				if (isAsked(event.type) && isWithin(window, event.createdAt)) events.set(event.id, event);
			}
		}
		yield missed();
	},
};
