import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { ALL_EVENTS } from '../../events/allEvents';
import { eventOptions } from '../../events/options';
import { knownEvents } from '../../recover/knownEvents';
import { rebuildable } from '../../recover/rebuildable';
import type { Asked } from '../../recover/swept';
import { MATCH_MS, type KnownEvent } from '../../recover/withoutKnown';
import { optionsOf, type Field } from '../parameters/field';
import { limitProperty, readCount } from '../parameters/limit';
import { readTexts } from '../parameters/list';

const eventTypes = {
	displayName: 'Event Types',
	name: 'eventTypes',
	type: 'multiOptions' as const,
	options: eventOptions.filter(({ value }) => rebuildable.has(String(value))),
	default: [],
	description:
		'Only events of these types; without this option, all that can be rebuilt: Updated, verification, record and session events leave no trace. Account and archive events other than Account Created and Archive Started, and invite events, cost the most requests, as all accounts, archives or invites are read.',
};

const known = {
	displayName: 'Known Events',
	name: 'knownEvents',
	type: 'json' as const,
	default: '[]',
	description: `Events that arrived or were rebuilt before, as a list. They are left out: by ID, and where an event of the same type about the same thing was made within ${MATCH_MS / 60_000} minutes. Their ID, type, createdAt and the IDs in data are enough, which items of the output Records do not have.`,
};

const limit = {
	...limitProperty,
	hint: 'The oldest are returned, and all of them without this option. It makes the operation no faster: everything is read all the same.',
};

/** The entries of the collection Options. */
export const missedOptionProperties = [eventTypes, known, limit];

export interface MissedOptions {
	isAsked: Asked;
	known: KnownEvent[];
	/** Undefined for all of them. */
	limit?: number;
}

/** The options of Get Missed. Throws for one that was added and holds nothing, or nothing of use. */
export function missedOptions(context: IExecuteFunctions, itemIndex: number): MissedOptions {
	const { field } = optionsOf(context, itemIndex);
	return {
		isAsked: askedIn(field(eventTypes)),
		known: knownIn(context, itemIndex, field(known)),
		limit: readCount(field(limit)),
	};
}

function askedIn(field: Field): Asked {
	const types = readTexts(field);
	const asked = new Set(types);
	if (!field.isSet || asked.has(ALL_EVENTS)) return () => true;
	const lost = types.filter((type) => !rebuildable.has(type));
	if (lost.length === 0) return (type) => asked.has(type);
	throw field.error(
		`holds what cannot be rebuilt: ${lost.join(', ')}`,
		'Choose from its list, which has every type that leaves traces at Smile',
	);
}

function knownIn(context: IExecuteFunctions, itemIndex: number, field: Field): KnownEvent[] {
	if (!field.isSet) return [];
	const read = knownEvents(field.value);
	if (read.ok) return read.value;
	const { entry, problem } = read;
	if (entry === undefined) {
		throw field.error(problem, 'Give it a list of events, which may be empty: []');
	}
	throw new NodeOperationError(context.getNode(), `Entry ${entry} of Known Events ${problem}`, {
		itemIndex,
		description:
			'Give it a list of events as a Smile Trigger gave them in the output Event or Simplified, or as Get Missed did, or remove the option.',
	});
}
