import { catalogue } from '../events/catalogue';
import { instantOf } from '../shared/isoTime';
import type { MissedEvent } from './missedEvent';

const types = Object.keys(catalogue);

/** Events by their time, those without one first; those of the same time in the order in which one leads to the other. At most `limit`. */
export function inOrder(events: Iterable<MissedEvent>, limit?: number): MissedEvent[] {
	const sorted = [...events]
		.map((event) => ({ event, at: instantOf(event.createdAt) ?? 0 }))
		.sort(
			({ event: one, at }, { event: other, at: otherAt }) =>
				at - otherAt ||
				types.indexOf(one.type) - types.indexOf(other.type) ||
				(one.id < other.id ? -1 : 1),
		)
		.map(({ event }) => event);
	return limit === undefined ? sorted : sorted.slice(0, limit);
}
