import type { IDataObject } from 'n8n-workflow';

import { readPages } from '../api/read';
import { pagesIfAny } from '../api/readable';
import type { SmileClient } from '../api/client';
import type { JsonObject } from '../shared/jsonObject';
import { fromAccount } from './fromAccounts';
import { fromArchive } from './fromArchives';
import { fromUser } from './fromUsers';
import type { MissedEvent } from './missedEvent';
import { rebuiltFrom } from './rebuildable';
import { inviteEvents } from './sweepInvites';
import { taskEvents } from './sweepTasks';
import type { Asked, Swept } from './swept';
import { daysAround, type Window } from './window';

/**
 * Reads whatever can hold traces of the asked events; what no asked event needs is not read. A source that fails
 * does not end the sweep.
 */
export async function* sweep(
	smile: SmileClient,
	window: Window,
	isAsked: Asked,
): AsyncGenerator<Swept, void, undefined> {
	const days = daysAround(window);
	const { users, accounts, archives, invites, tasks, records } = rebuiltFrom;
	if (users.some(isAsked)) yield* listed(smile, 'users', days, fromUser);
	// Smile filters by the day of creation, and whatever changes in the time may have been created long before.
	if (accounts.some(isAsked)) {
		const isNew = !accounts.some((type) => type !== 'ACCOUNT_CREATED' && isAsked(type));
		yield* listed(smile, 'accounts', isNew ? days : {}, fromAccount);
	}
	if (archives.some(isAsked)) {
		const isNew = !archives.some((type) => type !== 'ARCHIVE_STARTED' && isAsked(type));
		yield* listed(smile, 'archives', isNew ? days : {}, fromArchive);
	}
	if (invites.some(isAsked)) yield* inviteEvents(smile, window);
	if ([...tasks, ...records].some(isAsked)) yield* taskEvents(smile, window, isAsked);
}

async function* listed(
	smile: SmileClient,
	source: string,
	query: IDataObject,
	eventsOf: (record: JsonObject) => MissedEvent[],
): AsyncGenerator<Swept, void, undefined> {
	for await (const page of pagesIfAny(readPages(smile, `/${source}`, query))) {
		yield {
			source,
			result: page.ok ? { ok: true, value: page.value.flatMap(eventsOf) } : page,
		};
	}
}
