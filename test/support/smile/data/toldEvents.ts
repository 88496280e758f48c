import type { SimulatedSmile } from '../simulatedSmile';

/** An event as Smile would send it, without what differs from delivery to delivery. */
export interface ToldEvent {
	type: string;
	createdAt?: string;
	data: Record<string, unknown>;
}

/**
 * Lets one person live with this Smile and gives an event of every type that tells of them; each leads
 * to data that Smile holds.
 */
export function tellEvents(smile: SimulatedSmile, begin: Date): Map<string, ToldEvent> {
	const told = new Map<string, ToldEvent>();
	const life = smile.data.live(begin, { account: 'connected', archive: 'analyzed', invited: true });
	const { userId, accountId, archiveId } = life;
	const asked = [...smile.data.verify(begin), ...smile.data.requestRecord(begin)];
	for (const one of [...life.happened, ...asked]) {
		if (!told.has(one.type)) told.set(one.type, one);
	}
	const tell = (type: string, data: object) => told.set(type, { type, data: { ...data } });
	tell('ACCOUNT_FAILED', { userId, accountId });
	tell('ACCOUNT_DISCONNECTED', { userId, accountId });
	tell('ARCHIVE_FAILED', { userId, archiveId });
	tell('ARCHIVE_REVOKED', { userId, archiveId });
	tell('ACCOUNT_SYNC_TASK_FINISHED', { ...told.get('TASK_FINISHED')?.data });
	tell('USER_SESSION_COMPLETED', { session: { userId } });
	tell('USER_SESSION_RESET', { session: { userId } });
	const times = { updatedFrom: '2020-01-01T00:00:00Z', updatedTo: '2030-12-31T00:00:00Z' };
	for (const kind of ['INCOMES', 'CONTRIBUTIONS', 'EINCOMES']) {
		tell(`${kind}_UPDATED`, { userId, accountId, ...times });
	}
	for (const kind of ['documents', 'employments', 'liabilities'] as const) {
		const updatedIds = smile.data.of(kind, accountId).map(({ id }) => id);
		tell(`${kind.toUpperCase()}_UPDATED`, { userId, accountId, updatedIds });
	}
	return told;
}
