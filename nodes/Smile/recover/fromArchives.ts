import type { SmileEventType } from '../events/event';
import { isJsonObject, type JsonObject } from '../shared/jsonObject';
import { missedEvent, type MissedEvent } from './missedEvent';

/** UNSUPPORTED has no event of its own. */
const ENDS: Readonly<Record<string, SmileEventType>> = {
	ANALYZED: 'ARCHIVE_ANALYZED',
	ERROR: 'ARCHIVE_FAILED',
	REVOKED: 'ARCHIVE_REVOKED',
};

/** What happened to an archive; medium fidelity: Smile keeps its last state only. */
export function fromArchive({ id: objectId, userId, createdAt, state }: JsonObject): MissedEvent[] {
	const data = { userId, archiveId: objectId };
	const started = missedEvent({
		type: 'ARCHIVE_STARTED',
		objectId,
		createdAt: String(createdAt),
		data,
	});
	const { status, updatedAt, errorCode, errorMessage } = isJsonObject(state) ? state : {};
	const type = ENDS[String(status)];
	if (!type) return [started];
	const ended = missedEvent({
		type,
		objectId,
		createdAt: String(updatedAt),
		data: type === 'ARCHIVE_FAILED' ? { ...data, errorCode, errorMessage } : data,
		notRecovered: ['Only the last state of the archive is known, not the states before it'],
	});
	return [started, ended];
}
