import type { IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../api/client';
import { readList, readPages } from '../api/read';
import type { Result } from '../api/result';
import type { SmileEventType } from '../events/event';
import { fromAccount } from './fromAccounts';
import { fromArchive } from './fromArchives';
import { fromRecords } from './fromRecords';
import { fromTask } from './fromTasks';
import { fromUser } from './fromUsers';
import type { MissedEvent } from './missedEvent';
import { rebuiltFrom } from './rebuildable';
import { touchedLists } from './touchedSources';
import { daysAround, type Window } from './window';
import type { JsonObject } from '../shared/jsonObject';
import { inviteEvents } from './sweepInvites';

/** A step of the sweep: events, perhaps beyond the time asked for, or a failure, after which the sweep ends. */
export interface Swept {
	/** What was read, as in "could not read …". */
	what: string;
	result: Result<MissedEvent[]>;
}

type Asked = (type: SmileEventType) => boolean;

/** Reads whatever can hold traces of the asked events; what no asked event needs is not read. */
export async function* sweep(
	smile: SmileClient,
	window: Window,
	isAsked: Asked,
): AsyncGenerator<Swept, void, undefined> {
	const days = daysAround(window);
	if (rebuiltFrom.users.some(isAsked)) yield* listed(smile, 'users', days, fromUser);
	// Smile filters by the day of creation. What ends may have begun long before: then all have to be looked at.
	if (rebuiltFrom.accounts.some(isAsked)) {
		const query = isAsked('ACCOUNT_DISCONNECTED') ? {} : days;
		yield* listed(smile, 'accounts', query, fromAccount);
	}
	if (rebuiltFrom.archives.some(isAsked)) {
		const query = isAsked('ARCHIVE_REVOKED') ? {} : days;
		yield* listed(smile, 'archives', query, fromArchive);
	}
	if (rebuiltFrom.invites.some(isAsked)) yield* inviteEvents(smile, window);
	if ([...rebuiltFrom.tasks, ...rebuiltFrom.records].some(isAsked)) {
		yield* taskEvents(smile, window, isAsked);
	}
}

async function* listed(
	smile: SmileClient,
	what: string,
	query: IDataObject,
	eventsOf: (record: JsonObject) => MissedEvent[],
): AsyncGenerator<Swept, void, undefined> {
	for await (const page of readPages(smile, `/${what}`, query)) {
		yield {
			what,
			result: page.ok ? { ok: true, value: page.value.flatMap(eventsOf) } : page,
		};
	}
}

async function* taskEvents(
	smile: SmileClient,
	window: Window,
	isAsked: Asked,
): AsyncGenerator<Swept, void, undefined> {
	const tasks = await readList(smile, '/tasks', daysAround(window));
	if (!tasks.ok) return yield { what: 'tasks', result: tasks };
	yield { what: 'tasks', result: { ok: true, value: tasks.value.flatMap(fromTask) } };

	for (const list of touchedLists(tasks.value, window, isAsked)) {
		const { path, name: what } = list.datapoint;
		const records = await readList(smile, path, { sourceId: list.sourceId });
		yield {
			what,
			result: records.ok
				? { ok: true, value: fromRecords(records.value, list.datapoint, list.tasks) }
				: records,
		};
	}
}
