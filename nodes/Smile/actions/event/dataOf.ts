import type { IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { isKnownType } from '../../events/event';
import type { EventInput } from '../../events/eventInput';
import type { OrThrow } from '../operation';
import { newRecords, type Storing } from './newRecords';
import { readSource, type Found, type Unread } from './readSource';
import { sourcesOf, type Source } from './sources';
import { unreadData } from './unreadData';
import { emptySource, noData, unknownDatapoint } from './withoutRecord';

/** What one source turned out to lack. */
interface Lack {
	source: Source;
	unread: Unread[];
	/** Whether it held only records of other events. */
	wasCut: boolean;
}

/**
 * The records behind an event, page after page, then a result for each kind of data that Smile does not give or
 * that could not be read. Throws only when nothing could be read at all.
 */
export async function* dataOf(
	smile: SmileClient,
	event: EventInput,
	only: Storing | undefined,
	orThrow: OrThrow,
): AsyncGenerator<IDataObject[], void, undefined> {
	const { sources, unknown } = sourcesOf(event);
	const found = new Set<string>();
	const lacks: Lack[] = [];
	let hasAnswer = sources.length === 0;
	for (const source of sources) {
		if (source.row.asked === 'ifNothing' && found.has(source.key)) continue;
		const lack: Lack = { source, unread: [], wasCut: false };
		for await (const part of partsOf(smile, source, only)) {
			lack.unread.push(...part.unread);
			lack.wasCut ||= part.all > 0;
			if (part.taken.length > 0) found.add(source.key);
			yield part.taken.map((one) => ({ eventId: event.id, eventType: event.type, ...one }));
		}
		hasAnswer ||= lack.unread.every(({ isRest }) => isRest);
		if (lack.unread.length > 0 || !found.has(source.key)) lacks.push(lack);
	}

	if (!hasAnswer) throwFirst(lacks, orThrow);
	const rest = [
		...lacks.flatMap((lack) => itemsFor(smile, event, lack, lacks, found)),
		...unknown.map((one) => unknownDatapoint(event, one)),
	];
	if (found.size + rest.length === 0) rest.push(noData(event, isKnownType(event.type)));
	yield rest;
}

interface Part {
	/** How many records Smile gave. */
	all: number;
	taken: Found[];
	unread: Unread[];
}

async function* partsOf(
	smile: SmileClient,
	source: Source,
	only: Storing | undefined,
): AsyncGenerator<Part, void, undefined> {
	const cut = source.row.hasStored ? only : undefined;
	const whole: Found[] = [];
	const unread: Unread[] = [];
	for await (const piece of readSource(smile, source)) {
		if ('unread' in piece) unread.push(piece.unread);
		else if (cut) whole.push(...piece.found);
		else yield { all: piece.found.length, taken: piece.found, unread: [] };
	}
	if (!cut) return yield { all: 0, taken: [], unread };
	// A count says how many of a whole list are new; of a part it would take older ones for them.
	const storing = unread.length > 0 ? { at: cut.at } : cut;
	const records = whole.map(({ record }) => record);
	const chosen = new Set(newRecords(records, storing));
	yield { all: whole.length, taken: whole.filter(({ record }) => chosen.has(record)), unread };
}

/** What an item has to say of a source; nothing where another source of the same data gave it. */
function itemsFor(
	smile: SmileClient,
	event: EventInput,
	{ source, unread, wasCut }: Lack,
	all: Lack[],
	found: ReadonlySet<string>,
): IDataObject[] {
	const isFound = found.has(source.key);
	const told = unread.filter(({ isRest }) => isRest || !isFound);
	if (told.length > 0) return told.map((one) => unreadData(smile, event, source, one));
	if (isFound || source.row.mayBeEmpty) return [];
	// One item for each kind: of several places to look, the last, unless one of them could not be read.
	const same = all.filter((lack) => lack.source.key === source.key);
	const isTold = same.some((lack) => lack.unread.length > 0);
	if (isTold || same[same.length - 1].source !== source) return [];
	return [emptySource(event, source, wasCut)];
}

function throwFirst(lacks: Lack[], orThrow: OrThrow): void {
	for (const { source, unread } of lacks) {
		for (const { why } of unread) {
			if (typeof why === 'string') continue;
			orThrow({ ok: false, failure: why }, `read ${source.datapoint} of the event`);
		}
	}
}
