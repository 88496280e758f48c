import type { IWebhookFunctions } from 'n8n-workflow';

import { problemsOf } from '../events/describe';
import { isKnownType } from '../events/event';
import type { ReceivedEvent } from './parseEvent';

/** One event of a node and type is looked at in this time, so that a flood of events costs no more. */
const LOOK_EVERY_MS = 60_000;
/** Node and type pairs that are remembered; beyond it the memory starts anew. */
const PAIRS = 10_000;

/**
 * Tells an operator when Smile sends known fields in another form than its documentation says. The event has
 * gone its way by then: schemas describe, they never stop an event.
 */
export class SchemaWatch {
	private readonly lookedAt = new Map<string, number>();

	constructor(private readonly now: () => number = Date.now) {}

	/** Logs the paths of deviating fields, never their values. */
	look(logger: IWebhookFunctions['logger'], node: string, event: ReceivedEvent): void {
		const pair = `${node}/${event.type}`;
		const now = this.now();
		const last = this.lookedAt.get(pair) ?? Number.NEGATIVE_INFINITY;
		if (!isKnownType(event.type) || Math.abs(now - last) < LOOK_EVERY_MS) return;

		if (this.lookedAt.size >= PAIRS) this.lookedAt.clear();
		this.lookedAt.set(pair, now);
		const fields = problemsOf(event);
		if (fields.length === 0) return;
		logger.info(
			`Smile event delivered although fields differ from the documentation: ${event.type}: ${fields.join(', ')}`,
			{ eventId: event.id, eventType: event.type, fields },
		);
	}
}
