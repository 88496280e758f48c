import type { IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { isKnownType } from '../../events/event';
import type { OrThrow } from '../operation';
import type { EventInput } from '../../events/eventInput';
import { newRecords, type Storing } from './newRecords';
import { readSource, type Found } from './readSource';
import { sourcesOf, type Source } from './sources';
import { emptySource, noData, unknownDatapoint } from './withoutRecord';

/** The records behind an event, page after page, then a result for each kind of data that Smile does not give. */
export async function* dataOf(
	smile: SmileClient,
	event: EventInput,
	only: Storing | undefined,
	orThrow: OrThrow,
): AsyncGenerator<IDataObject[], void, undefined> {
	const { sources, unknown } = sourcesOf(event);
	const found = new Set<string>();
	const missing = new Map<string, IDataObject>();
	for (const source of sources) {
		if (source.row.asked === 'ifNothing' && found.has(source.key)) continue;
		let hasRecords = false;
		for await (const page of pagesOf(smile, source, only, orThrow)) {
			hasRecords ||= page.all > 0;
			if (page.taken.length > 0) found.add(source.key);
			yield page.taken.map((one) => ({ eventId: event.id, eventType: event.type, ...one }));
		}
		if (!found.has(source.key) && !source.row.mayBeEmpty) {
			missing.set(source.key, emptySource(event, source, hasRecords));
		}
	}

	for (const key of found) missing.delete(key);
	const rest = [...missing.values(), ...unknown.map((one) => unknownDatapoint(event, one))];
	if (found.size + rest.length === 0) rest.push(noData(event, isKnownType(event.type)));
	yield rest;
}

interface Page {
	/** How many records Smile gave. */
	all: number;
	taken: Found[];
}

async function* pagesOf(
	smile: SmileClient,
	source: Source,
	only: Storing | undefined,
	orThrow: OrThrow,
): AsyncGenerator<Page, void, undefined> {
	const doing = `read ${source.datapoint} of the event`;
	const cut = source.row.hasStored && only;
	const whole: Found[] = [];
	for await (const page of readSource(smile, source)) {
		const records = orThrow(page, doing);
		if (cut) whole.push(...records);
		else yield { all: records.length, taken: records };
	}
	if (!cut) return;
	const chosen = new Set(
		newRecords(
			whole.map(({ record }) => record),
			cut,
		),
	);
	yield { all: whole.length, taken: whole.filter(({ record }) => chosen.has(record)) };
}
