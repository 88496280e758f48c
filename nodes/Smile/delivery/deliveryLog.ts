import type { IWebhookFunctions } from 'n8n-workflow';

/** One line for each node and reason in this time, however many deliveries it speaks of. */
const LINE_EVERY_MS = 60_000;
/** Node and reason pairs that are counted at once; beyond it the counts start anew. */
const COUNTERS = 10_000;

export interface Noteworthy {
	/** Accepted only where something had to be assumed. */
	outcome: 'rejected' | 'ignored' | 'failed' | 'accepted';
	/** A fixed text, never data of the delivery. */
	reason: string;
	/** Only of a verified delivery: a forger must not write into the log. */
	eventId?: string;
	eventType?: string;
}

/**
 * Tells an operator why a delivery started nothing, or not just what was set up, without its body, signature or secret. A flood costs one
 * line a minute: the next line then says how many deliveries went unmentioned since the last.
 */
export class DeliveryLog {
	private readonly counters = new Map<string, { lineAt: number; unmentioned: number }>();

	constructor(private readonly now: () => number = Date.now) {}

	write(
		logger: IWebhookFunctions['logger'],
		node: { trigger: string; workflowId: string; nodeId: string; nodeName: string },
		{ outcome, reason, eventId, eventType }: Noteworthy,
	): void {
		const key = `${node.trigger}/${outcome}/${reason}`;
		const now = this.now();
		const counter = this.counters.get(key);
		if (counter && Math.abs(now - counter.lineAt) < LINE_EVERY_MS) {
			counter.unmentioned += 1;
			return;
		}

		if (this.counters.size >= COUNTERS) this.counters.clear();
		this.counters.set(key, { lineAt: now, unmentioned: 0 });
		const count = 1 + (counter?.unmentioned ?? 0);
		logger[outcome === 'ignored' ? 'info' : 'warn'](
			`Smile delivery ${outcome}: ${reason} (count=${count}, node="${node.nodeName}")`,
			{
				workflowId: node.workflowId,
				nodeId: node.nodeId,
				nodeName: node.nodeName,
				outcome,
				reason,
				count,
				eventId,
				eventType,
			},
		);
	}
}
