import type { Delivered } from '../../support/smile/delivery';
import type { StoredWebhook } from '../../support/smile/webhookStore';
import type { StartedExecution } from './executions';
import type { Scene } from './scenes';

/** How one delivery ended. */
export interface Outcome {
	scene: Pick<Scene, 'type' | 'what' | 'eventId'>;
	sentAt: Date;
	receiver: StoredWebhook;
	/** Of the last try; null when no answer came. */
	status: number | null;
	/** The answer's own words, such as "rejected: signature". */
	answer: string;
	tries: number;
	/** Where the receiver is a workflow of the demo. */
	execution?: StartedExecution | 'not shown';
}

export function isAccepted({ answer }: Pick<Outcome, 'answer'>): boolean {
	return answer === 'accepted';
}

/** The words of an answer of the trigger; of any other answer, its beginning. */
export function answerOf({ status, body, attempts }: Delivered): string {
	if (status === 404) return 'n8n knows no such webhook (any more)';
	if (status === null) return `no answer: ${attempts.at(-1)?.error}`;
	try {
		const { status: word, reason } = JSON.parse(body) as { status?: string; reason?: string };
		if (word) return reason ? `${word}: ${reason}` : word;
	} catch {
		// Not the trigger's JSON: n8n itself has answered.
	}
	return body.slice(0, 60);
}

/** Whether a webhook is one of "Execute step": n8n removes it after the first event. */
export function isTestRun({ url }: Pick<StoredWebhook, 'url'>): boolean {
	return url.includes('/webhook-test/');
}
