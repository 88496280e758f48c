import { catalogue } from '../events/catalogue';
import type { MissedEvent } from './missedEvent';

const types = Object.keys(catalogue);

/** Events by their time; those of the same time in the order in which one leads to the other. At most `limit`. */
export function inOrder(events: Iterable<MissedEvent>, limit?: number): MissedEvent[] {
	const sorted = [...events].sort(
		(one, other) =>
			Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
			types.indexOf(one.type) - types.indexOf(other.type) ||
			(one.id < other.id ? -1 : 1),
	);
	return limit === undefined ? sorted : sorted.slice(0, limit);
}
