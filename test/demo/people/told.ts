import type { Happened } from '../../support/smile/data/diary';
import { pagedLists } from '../../support/smile/data/payload';
import { newEventId } from '../../support/smile/sentEvent';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';

/** An event that the simulated Smile tells, as it would be delivered; what it speaks of is there. */
export interface Told extends Happened {
	id: string;
	version: number;
}

/**
 * Something that happened, as an event. Of a finished task the payload comes along: the simulation takes
 * it away again where a webhook did not ask for it.
 */
export function tell(smile: SimulatedSmile, { type, createdAt, data }: Happened): Told {
	const payload = type.endsWith('TASK_FINISHED')
		? { payload: pagedLists(smile.data, String(data.sourceId)) }
		: {};
	return { id: newEventId(), version: 1, type, createdAt, data: { ...data, ...payload } };
}
