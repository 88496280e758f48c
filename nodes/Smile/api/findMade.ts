import type { IDataObject } from 'n8n-workflow';

import { DAY_MS, dayOf } from '../shared/day';
import { instantOf } from '../shared/isoTime';
import { earliestAtSmile } from './clock';
import type { SmileClient } from './client';
import { environmentOf } from './environment';
import { isHandedOut } from './handedOut';
import { readPages } from './read';

/** Where a lost creation can be looked for, and how what it made is told from everything else. */
export interface Look {
	/** A list of Smile's, and its narrowest filters. */
	path: string;
	query?: IDataObject;
	/** Whether a record of the list equals the request in all that was sent. */
	isEqual(record: IDataObject): boolean;
	/** A record out of what the list wraps it in. */
	unwrapped?(entry: IDataObject): IDataObject;
}

/** The day on which a list that has a filter for it begins; Smile does not name the zone of its days. */
export function dayToLookFrom(): string {
	return dayOf(Date.now() - DAY_MS);
}

/** Records looked through; in a longer list nothing is found. */
const MOST_RECORDS = 10_000;

export type Finding =
	| { kind: 'found'; record: IDataObject }
	| { kind: 'none' }
	/** Several may be it, the id or the time of one is not known, or the list could not be read to its end. */
	| { kind: 'doubt' };

/**
 * What a request made that began at `startedAt` (milliseconds of this process's clock) and whose answer was lost:
 * the only record that equals it, was made after it began by Smile's clock, and was given to nobody before.
 */
export async function findMade(
	smile: SmileClient,
	{ path, query, isEqual, unwrapped = (entry) => entry }: Look,
	startedAt: number,
): Promise<Finding> {
	const equal: IDataObject[] = [];
	let seen = 0;
	for await (const page of readPages(smile, path, query)) {
		if (!page.ok) return { kind: 'doubt' };
		equal.push(...page.value.map(unwrapped).filter((record) => isEqual(record)));
		seen += page.value.length;
		if (seen > MOST_RECORDS) return { kind: 'doubt' };
	}

	// Only now the clocks are sure to have been compared.
	const environment = environmentOf(smile.credential);
	const earliest = environment.ok ? earliestAtSmile(environment.baseUrl, startedAt) : Infinity;
	const free = equal.filter(({ id }) => typeof id !== 'string' || !isHandedOut(id));
	const timed = free.map((record) => ({ record, time: instantOf(record.createdAt) }));
	if (timed.some(({ time }) => time === undefined)) return { kind: 'doubt' };

	const made = timed.filter(({ time }) => time !== undefined && time >= earliest);
	// Nothing tells whether one without an id was given to somebody before.
	const isUnknown = made.some(({ record }) => typeof record.id !== 'string');
	if (isUnknown || made.length > 1) return { kind: 'doubt' };
	return made.length === 1 ? { kind: 'found', record: made[0].record } : { kind: 'none' };
}
