import type { JsonObject } from '../shared/jsonObject';
import { missedEvent, type MissedEvent } from './missedEvent';

/** What happened to a user; high fidelity, only that its session may have gone on since. */
export function fromUser({ id, createdAt, session }: JsonObject): MissedEvent[] {
	const data = session ? { userId: id, session } : { userId: id };
	const notRecovered = session ? ['data.session.status may have changed since'] : [];
	return [
		missedEvent({
			type: 'USER_CREATED',
			objectId: id,
			createdAt: String(createdAt),
			data,
			notRecovered,
		}),
	];
}
