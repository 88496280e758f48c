import type { Happened } from '../../support/smile/data/diary';
import type { Life, LifePlan } from '../../support/smile/data/life';
import { userPayload } from '../../support/smile/data/userPayload';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';
import { smileTime } from '../../support/smile/webhookStore';
import { refresh } from './refresh';

const minuteMs = 60_000;

/**
 * What happens to people without end, in an order that repeats and holds every type of event. Each thing
 * happens when it is taken, so that what its event speaks of is there: who leaves is one of the first who
 * came, and whoever builds a workflow has minutes to look at the others.
 */
export function* people(smile: SimulatedSmile, residents: Life[]): Generator<Happened, never> {
	for (;;) {
		const linked = live(smile, { account: 'connected', archive: 'analyzed', invited: true });
		residents.push(linked);
		yield* linked.happened;
		yield* live(smile, { account: 'failed', archive: 'failed', invited: false }).happened;
		const other = live(smile, { account: 'connected', archive: 'none', invited: false });
		yield* other.happened;
		yield* refresh(smile, linked);
		yield* session(smile, linked);
		yield* smile.data.verify(aMinuteAgo());
		yield* smile.data.requestRecord(aMinuteAgo()).map(withRecordId);
		yield* leave(smile, residents.shift() ?? linked);
	}
}

/** One person's way, which has taken the last minute. */
function live(smile: SimulatedSmile, plan: LifePlan): Life {
	return smile.data.live(aMinuteAgo(), { minutes: 1, ...plan });
}

function aMinuteAgo(): Date {
	return new Date(Date.now() - minuteMs);
}

/** The person fills in a site made with Smile, and clears it. */
function* session({ data: store }: SimulatedSmile, { userId }: Life): Generator<Happened> {
	const sessionNow = () => store.find('users', userId)?.session as object;
	store.completeSession(userId);
	yield {
		type: 'USER_SESSION_COMPLETED',
		createdAt: smileTime(),
		data: { session: sessionNow(), payload: userPayload(store, userId) },
	};
	store.change('users', userId, { session: { ...sessionNow(), status: 'REVOKED' } });
	yield { type: 'USER_SESSION_RESET', createdAt: smileTime(), data: { session: sessionNow() } };
}

/** Smile's documents show the id of a record in its payload too. */
function withRecordId(one: Happened): Happened {
	const { recordId, payload } = one.data;
	if (!payload) return one;
	return { ...one, data: { ...one.data, payload: { id: recordId, ...payload } } };
}

/** The person withdraws first the payslip, then the account; their data is gone from Smile. */
function* leave({ data: store }: SimulatedSmile, life: Life): Generator<Happened> {
	const { userId, accountId, archiveId } = life;
	if (archiveId) {
		store.revoke(archiveId);
		yield { type: 'ARCHIVE_REVOKED', createdAt: smileTime(), data: { userId, archiveId } };
	}
	const providers = [store.find('accounts', accountId)?.providerId];
	store.revoke(accountId);
	yield {
		type: 'ACCOUNT_DISCONNECTED',
		createdAt: smileTime(),
		data: { userId, accountId, providers },
	};
}
