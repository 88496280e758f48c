import { randomUUID } from 'node:crypto';

import type { SendOptions } from './delivery';
import type { SimulatedSmile } from './simulatedSmile';
import type { StoredWebhook } from './webhookStore';

/** How the deliveries of one event to one webhook ended. */
export interface SentEvent {
	id: string;
	/** Address of the webhook. */
	url: string;
	/** Status of each try; null where no answer came. */
	tries: Array<number | null>;
	/** The text of the last answer. */
	body: string;
}

/** Whether Smile counts the event as delivered. */
export function isDelivered({ tries }: SentEvent): boolean {
	const last = tries.at(-1) ?? null;
	return last !== null && last >= 200 && last < 300;
}

/** An id as Smile's events have it. */
export function newEventId(): string {
	return `et-${randomUUID().replaceAll('-', '')}`;
}

/** One event, delivered to one webhook as Smile does. */
export async function deliverEvent(
	smile: SimulatedSmile,
	to: StoredWebhook,
	options: SendOptions = {},
): Promise<SentEvent> {
	const id = options.overrides?.id ?? newEventId();
	const overrides = { ...options.overrides, id };
	const { attempts, body } = await smile.deliver('INCOMES_ADDED', { ...options, overrides, to });
	return { id, url: to.url, tries: attempts.map(({ status }) => status), body };
}

/** Smile's next try of what has not been delivered yet; the rest stays as it is. */
export async function tryAgain(
	smile: SimulatedSmile,
	to: StoredWebhook,
	sent: SentEvent[],
	options: SendOptions = {},
): Promise<SentEvent[]> {
	return await Promise.all(
		sent.map(async (event) => {
			if (isDelivered(event)) return event;
			const overrides = { id: event.id };
			const next = await deliverEvent(smile, to, { ...options, overrides, retry: false });
			return { ...next, tries: [...event.tries, ...next.tries] };
		}),
	);
}
