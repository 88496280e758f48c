import { datapoints } from '../events/datapoints';
import type { SmileEventType } from '../events/event';

/** The event types that leave traces at Smile, by where the traces are. */
export const rebuiltFrom = {
	users: ['USER_CREATED'],
	accounts: ['ACCOUNT_CREATED', 'ACCOUNT_CONNECTED', 'ACCOUNT_FAILED', 'ACCOUNT_DISCONNECTED'],
	archives: ['ARCHIVE_STARTED', 'ARCHIVE_ANALYZED', 'ARCHIVE_FAILED', 'ARCHIVE_REVOKED'],
	invites: ['INVITE_INVITED', 'INVITE_LINKED'],
	tasks: ['TASK_STARTED', 'TASK_FINISHED', 'ACCOUNT_SYNC_TASK_FINISHED'],
	records: Object.values(datapoints).map(({ added }) => added),
} satisfies Record<string, SmileEventType[]>;

/** Every event type that can be rebuilt. */
export const rebuildable: ReadonlySet<string> = new Set(Object.values(rebuiltFrom).flat());
