import type { SmileClient } from '../api/client';
import { isMissing } from '../api/failure';
import { readList, readPages } from '../api/read';
import { fromInviteLog, mayHaveSteps } from './fromInvites';
import type { Window } from './window';
import type { Swept } from './sweep';

const what = 'invites';

/** The steps of invitations. Smile's list has no filter by date, so it is read whole, and the logs that matter. */
export async function* inviteEvents(
	smile: SmileClient,
	window: Window,
): AsyncGenerator<Swept, void, undefined> {
	for await (const page of readPages(smile, '/invites')) {
		if (!page.ok) return yield { what, result: page };
		for (const invite of page.value.filter((one) => mayHaveSteps(one, window))) {
			const path = `/invites/${encodeURIComponent(String(invite.id))}/logs`;
			const logs = await readList(smile, path);
			if (logs.ok) yield { what, result: { ok: true, value: logs.value.flatMap(fromInviteLog) } };
			// 404: the invitation was deleted meanwhile, and its log with it.
			else if (!isMissing(logs.failure)) return yield { what, result: logs };
		}
	}
}
