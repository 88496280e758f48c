import { isDelivered, type SentEvent } from '../smile/sentEvent';
import type { StoredExecution } from './database';

/** What became of events, as ids. All empty: nothing lost, nothing twice. */
export interface Account {
	/** Smile gave up after its last try. */
	undelivered: string[];
	/** Answered with a success, and no execution holds it. */
	lost: string[];
	/** Held by more than one execution. */
	twice: string[];
}

export const nothingLostNothingTwice: Account = { undelivered: [], lost: [], twice: [] };

/** Compares what one webhook's deliveries were answered with the executions of its trigger. */
export function accountFor(sent: SentEvent[], executions: StoredExecution[]): Account {
	const started = new Map<string, number>();
	for (const { eventId } of executions) started.set(eventId, (started.get(eventId) ?? 0) + 1);
	const ids = [...new Set(sent.map(({ id }) => id))];
	const delivered = new Set(sent.filter(isDelivered).map(({ id }) => id));
	return {
		undelivered: ids.filter((id) => !delivered.has(id)),
		lost: ids.filter((id) => delivered.has(id) && !started.has(id)),
		twice: ids.filter((id) => (started.get(id) ?? 0) > 1),
	};
}
