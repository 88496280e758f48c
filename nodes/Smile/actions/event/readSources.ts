import type { SmileClient } from '../../api/client';
import { sideBySide } from '../../api/sideBySide';
import { newRecords, type Storing } from './newRecords';
import type { Found, Unread } from './piece';
import { readSource } from './readSource';
import type { Source } from './sources';

export interface SourceRead {
	source: Source;
	/** Undefined where it was not asked, as one before it gave the same data. */
	parts?: Part[];
}

export interface Part {
	/** How many records Smile gave. */
	all: number;
	taken: Found[];
	unread: Unread[];
}

/** Reads sources side by side, those of the same data one after the other, and gives them in their order. */
export async function* readSources(
	smile: SmileClient,
	sources: readonly Source[],
	only: Storing | undefined,
): AsyncGenerator<SourceRead, void, undefined> {
	const keys = [...new Set(sources.map(({ key }) => key))];
	const ofSameData = keys.map((key) => sources.filter((source) => source.key === key));
	const read = new Map<Source, SourceRead>();
	let next = 0;
	for await (const some of sideBySide(smile, ofSameData, async (same, client) => {
		return await readSame(client, same, only);
	})) {
		for (const one of some) read.set(one.source, one);
		for (let one = read.get(sources[next]); one; one = read.get(sources[next])) {
			yield one;
			read.delete(one.source);
			next += 1;
		}
	}
}

async function readSame(
	smile: SmileClient,
	sources: readonly Source[],
	only: Storing | undefined,
): Promise<SourceRead[]> {
	const reads: SourceRead[] = [];
	let isFound = false;
	for (const source of sources) {
		if (source.row.ifNothing && isFound) {
			reads.push({ source });
			continue;
		}
		const parts: Part[] = [];
		for await (const part of partsOf(smile, source, only)) parts.push(part);
		isFound ||= parts.some(({ taken }) => taken.length > 0);
		reads.push({ source, parts });
	}
	return reads;
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
