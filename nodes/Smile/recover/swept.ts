import type { Result } from '../api/result';
import type { SmileEventType } from '../events/event';
import type { MissedEvent } from './missedEvent';

/** A step of the sweep: events, or why a source could not be read. */
export interface Swept {
	/** What was read, as in "could not read the …". */
	source: string;
	/** The account whose list it is, or the invitation whose log. */
	sourceId?: string;
	result: Result<MissedEvent[]>;
}

/** Whether events of a type are wanted. */
export type Asked = (type: SmileEventType) => boolean;
