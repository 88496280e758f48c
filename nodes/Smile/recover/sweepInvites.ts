import { readPages } from '../api/read';
import { listIfAny, pagesIfAny } from '../api/readable';
import type { SmileClient } from '../api/client';
import { unexpected } from '../api/failure';
import { sideBySide } from '../api/sideBySide';
import { isText } from '../shared/text';
import { hasSteps } from '../shared/textOf';
import { fromInviteLog, mayHaveSteps } from './fromInvites';
import { Patience } from './patience';
import type { Swept } from './swept';
import type { Window } from './window';

/** The steps of invitations. Smile's list has no filter by date, so it is read whole, and the logs that matter. */
export async function* inviteEvents(
	smile: SmileClient,
	window: Window,
): AsyncGenerator<Swept, void, undefined> {
	const patience = new Patience();
	for await (const page of pagesIfAny(readPages(smile, '/invites'))) {
		if (!page.ok) return yield { source: 'invites', result: page };
		// A list without invitations is an answer too.
		yield { source: 'invites', result: { ok: true, value: [] } };
		const ids = page.value.filter((one) => mayHaveSteps(one, window)).map(({ id }) => id);
		const known = ids.filter(isText);
		for await (const log of sideBySide(smile, known, logOf)) {
			yield log;
			patience.note(log.result);
			if (!log.result.ok && patience.isOver) {
				return yield { source: 'further invites, which were not asked for', result: log.result };
			}
		}
	}
}

/** 404: the invitation was deleted meanwhile, and its log with it. */
async function logOf(id: string, smile: SmileClient): Promise<Swept> {
	if (hasSteps(id)) {
		const failure = unexpected('the ID of an invite is a path to something else');
		return { source: 'logs of invites', sourceId: id, result: { ok: false, failure } };
	}
	const path = `/invites/${encodeURIComponent(id)}/logs`;
	const { records, failure } = await listIfAny(readPages(smile, path));
	return {
		source: 'logs of invites',
		sourceId: id,
		result: failure ? { ok: false, failure } : { ok: true, value: records.flatMap(fromInviteLog) },
	};
}
