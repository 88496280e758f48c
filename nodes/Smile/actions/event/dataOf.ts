import type { IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import type { OrThrow } from '../../api/errors';
import { isKnownType } from '../../events/event';
import type { EventInput } from '../../events/eventInput';
import type { Storing } from './newRecords';
import type { Unread } from './piece';
import { readSources } from './readSources';
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
 * The records behind an event, then a result for each kind of data that Smile does not give or that could not be
 * read. Throws only when nothing could be read at all.
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
	for await (const { source, parts } of readSources(smile, sources, only)) {
		if (!parts) continue;
		const lack: Lack = { source, unread: [], wasCut: false };
		for (const part of parts) {
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
