import type { IDataObject } from 'n8n-workflow';

import { readPages } from '../api/read';
import { pagesIfAny } from '../api/readable';
import type { SmileClient } from '../api/client';
import { sideBySide } from '../api/sideBySide';
import type { JsonObject } from '../shared/jsonObject';
import { fromAccount } from './fromAccounts';
import { fromArchive } from './fromArchives';
import { fromUser } from './fromUsers';
import type { MissedEvent } from './missedEvent';
import { rebuiltFrom } from './rebuildable';
import { inviteEvents } from './sweepInvites';
import { taskEvents } from './sweepTasks';
import type { Asked, Swept } from './swept';
import { daysAround, isWithin, type Window } from './window';

/** Reads one source for traces. */
type Source = (smile: SmileClient) => AsyncGenerator<Swept, void, undefined>;

/**
 * Reads whatever can hold traces of the asked events, side by side; what no asked event needs is not read. Gives the
 * asked events of the time, source by source. A source that fails does not end the sweep.
 */
export async function* sweep(
	smile: SmileClient,
	window: Window,
	isAsked: Asked,
): AsyncGenerator<Swept, void, undefined> {
	const isWanted = ({ type, createdAt }: MissedEvent) =>
		isAsked(type) && isWithin(window, createdAt);
	const sources = sourcesFor(window, isAsked);
	for await (const swept of sideBySide(smile, sources, async (source, client) => {
		const steps: Swept[] = [];
		// What is not wanted is let go of at once: of accounts and archives it may be nearly everything.
		for await (const step of source(client)) steps.push(filtered(step, isWanted));
		return steps;
	})) {
		yield* swept;
	}
}

function sourcesFor(window: Window, isAsked: Asked): Source[] {
	const days = daysAround(window);
	const { users, accounts, archives, invites, tasks, records } = rebuiltFrom;
	const sources: Source[] = [];
	if (users.some(isAsked)) sources.push((smile) => listed(smile, 'users', days, fromUser));
	// Smile filters by the day of creation, and whatever changes in the time may have been created long before.
	if (accounts.some(isAsked)) {
		const isNew = !accounts.some((type) => type !== 'ACCOUNT_CREATED' && isAsked(type));
		sources.push((smile) => listed(smile, 'accounts', isNew ? days : {}, fromAccount));
	}
	if (archives.some(isAsked)) {
		const isNew = !archives.some((type) => type !== 'ARCHIVE_STARTED' && isAsked(type));
		sources.push((smile) => listed(smile, 'archives', isNew ? days : {}, fromArchive));
	}
	if (invites.some(isAsked)) sources.push((smile) => inviteEvents(smile, window));
	if ([...tasks, ...records].some(isAsked)) {
		sources.push((smile) => taskEvents(smile, window, isAsked));
	}
	return sources;
}

function filtered({ result, ...from }: Swept, isWanted: (event: MissedEvent) => boolean): Swept {
	return {
		...from,
		result: result.ok ? { ok: true, value: result.value.filter(isWanted) } : result,
	};
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
