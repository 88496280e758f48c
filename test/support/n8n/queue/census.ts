import type { EventExecution } from './executionsOfEvents';
import { isAnswered, type Sent } from './load';

/** An event that started more than one execution, and how its deliveries ended. */
export interface Repeated {
	eventId: string;
	executions: number;
	/** What each try ended with: a status, or why there was none. */
	tries: string[];
}

export interface Census {
	events: number;
	answered: number;
	/** Answered with 2xx by n8n itself, not by the trigger: it does so while it starts. */
	misled: string[];
	/** Never answered with 2xx: Smile knows that these are not delivered. */
	givenUp: number;
	/** Delivered more than once before an answer came. */
	triedAgain: number;
	executions: number;
	/** Answered with 2xx, yet without an execution: must not be. */
	lost: string[];
	repeated: Repeated[];
	/** How many executions ended in each way; `running` and `new` are those that nobody ends. */
	ends: Record<string, number>;
	/** Executions in which the event can no longer be seen. */
	emptied: number;
}

function isByTrigger(body: string): boolean {
	return /^\{"status":"(accepted|ignored)"/.test(body);
}

/** Compares what Smile was told with what n8n has run. */
export function takeCensus(sent: Sent[], executions: EventExecution[]): Census {
	const countOf = new Map<string, number>();
	const ends: Record<string, number> = {};
	for (const { eventId, status } of executions) {
		countOf.set(eventId, (countOf.get(eventId) ?? 0) + 1);
		ends[status] = (ends[status] ?? 0) + 1;
	}
	const answered = sent.filter(isAnswered);
	const repeated = sent.map(({ eventId, attempts }) => ({
		eventId,
		executions: countOf.get(eventId) ?? 0,
		tries: attempts.map(({ status, error }) => String(status ?? error)),
	}));
	return {
		events: sent.length,
		answered: answered.length,
		misled: answered.filter(({ body }) => !isByTrigger(body)).map(({ eventId }) => eventId),
		givenUp: sent.length - answered.length,
		triedAgain: sent.filter(({ attempts }) => attempts.length > 1).length,
		executions: executions.length,
		lost: answered.filter(({ eventId }) => !countOf.has(eventId)).map(({ eventId }) => eventId),
		repeated: repeated.filter((event) => event.executions > 1),
		ends,
		emptied: executions.filter(({ keepsEvent }) => !keepsEvent).length,
	};
}
