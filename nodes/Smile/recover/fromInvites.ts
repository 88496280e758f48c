import type { SmileEventType } from '../events/event';
import { instantOf } from '../shared/isoTime';
import type { JsonObject } from '../shared/jsonObject';
import { missedEvent, type MissedEvent } from './missedEvent';
import type { Window } from './window';

/** The steps of an invitation that Smile sends events for. */
const STEPS: Readonly<Record<string, SmileEventType>> = {
	INVITED: 'INVITE_INVITED',
	LINKED: 'INVITE_LINKED',
};

/** What an entry in the log of an invitation stands for; high fidelity, as the log has every step and its time. */
export function fromInviteLog({
	inviteId,
	inviteStatus,
	userId,
	createdAt,
}: JsonObject): MissedEvent[] {
	const type = STEPS[String(inviteStatus)];
	if (!type) return [];
	const data = { userId, inviteId };
	return [missedEvent({ type, objectId: inviteId, createdAt: String(createdAt), data })];
}

/** Whether the log of an invitation can hold a step within the time; a missing time rules nothing out. */
export function mayHaveSteps(
	{ createdAt, updatedAt }: JsonObject,
	{ start, end }: Window,
): boolean {
	return (instantOf(createdAt) ?? start) <= end && (instantOf(updatedAt) ?? end) >= start;
}
