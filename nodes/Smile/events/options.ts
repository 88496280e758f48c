import type { INodePropertyOptions } from 'n8n-workflow';

import { ALL_EVENTS } from './allEvents';
import { catalogue } from './catalogue';

const known: INodePropertyOptions[] = Object.entries(catalogue).map(
	([value, { title, description }]) => ({ name: title, value, description }),
);

/** Entries of "Trigger On": Smile's wildcard first, then each event type by its title. */
export const eventOptions: INodePropertyOptions[] = [
	{
		name: 'All Events',
		value: ALL_EVENTS,
		description: 'Whatever Smile sends, also types that this release does not know',
	},
	...known.sort((a, b) => (a.name < b.name ? -1 : 1)),
];
