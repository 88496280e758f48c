import type { INodePropertyOptions } from 'n8n-workflow';

import { inWords } from '../shared/inWords';
import { ALL_EVENTS } from './allEvents';
import { catalogue, type EventEntry } from './catalogue';
import { datapoints } from './datapoints';
import type { SmileEventType } from './event';
import { recordStatuses, sourceTypes, taskStatuses } from './values';

/** What most workflows begin with: the end of a task, which may bring the data, and what is searched for by name. */
const FIRST: readonly string[] = ['TASK_FINISHED', 'INCOMES_ADDED'] satisfies SmileEventType[];

const entries: Array<[string, EventEntry]> = Object.entries(catalogue);

const known: INodePropertyOptions[] = entries
	.map(([value, entry]) => ({ name: entry.title, value, description: whenSent(entry) }))
	.sort(byName);

/** Entries of "Trigger On": Smile's wildcard, the two most used, then each event type by its title. */
export const eventOptions: INodePropertyOptions[] = [
	{
		name: 'All Events',
		value: ALL_EVENTS,
		description: 'Whatever Smile sends, also types that this release does not know',
	},
	...FIRST.flatMap((type) => known.filter(({ value }) => value === type)),
	...known.filter(({ value }) => !FIRST.includes(String(value))),
];

/** Kinds of data, each under the title of the event that tells of it. */
export const datapointOptions: INodePropertyOptions[] = Object.entries(datapoints)
	.map(([value, { added }]) => ({ name: catalogue[added].title.replace(/ Added$/, ''), value }))
	.sort(byName);

export const statusOptions: INodePropertyOptions[] = [
	...ofField(taskStatuses, 'A task ended this way'),
	...ofField(recordStatuses, 'A request for a record ended this way'),
].sort(byName);

export const sourceTypeOptions: INodePropertyOptions[] = ofField(sourceTypes).sort(byName);

/** When Smile sends an event, and for one that only counts records how to come by them. */
export function whenSent({ description, fetch, payload }: EventEntry): string {
	const isCount = payload === undefined && fetch.some(({ hasStored }) => hasStored);
	return isCount
		? `${description}; the event only counts them: read them with Get Data`
		: description;
}

function ofField(values: readonly string[], description?: string): INodePropertyOptions[] {
	return values.map((value) => ({ name: inWords(value), value, description }));
}

function byName(one: INodePropertyOptions, other: INodePropertyOptions): number {
	return one.name < other.name ? -1 : 1;
}
