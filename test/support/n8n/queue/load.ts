/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two events */
import { setTimeout as pause } from 'node:timers/promises';
import type { Delivered } from '../../smile/delivery';
import type { SimulatedSmile } from '../../smile/simulatedSmile';

export interface LoadOptions {
	events: number;
	senders: number;
	/** The load takes at least so many milliseconds, so that what goes wrong meanwhile falls into it. */
	atLeastMs: number;
	/** Called when so many events are over, answered or given up. */
	onProgress: (over: number) => void;
}

export interface Sent extends Delivered {
	eventId: string;
}

/**
 * Pauses before Smile's two further tries, and how long one may take. Smile documents the number of
 * tries only; both figures are ours, the second one generous for slow machines.
 */
const patience = { retryPauses: [2_000, 4_000], timeoutMs: 30_000 };

/** Sends events from several senders at once, each with further tries until one is answered 2xx. */
export async function sendLoad(
	smile: SimulatedSmile,
	{ events, senders, atLeastMs, onProgress }: LoadOptions,
): Promise<Sent[]> {
	const startedAt = performance.now();
	const sent: Sent[] = [];
	let next = 0;
	const send = async () => {
		while (next < events) {
			const number = next++;
			const dueAt = (number / events) * atLeastMs;
			await pause(Math.max(0, startedAt + dueAt - performance.now()));
			const eventId = `et-load-${number}`;
			const how = { ...patience, overrides: { id: eventId } };
			const delivered = await smile.deliver('ACCOUNT_CONNECTED', how);
			sent.push({ eventId, ...delivered });
			onProgress(sent.length);
		}
	};
	await Promise.all(Array.from({ length: senders }, send));
	return sent;
}

/** Whether Smile was told that an event arrived. */
export function isAnswered({ status }: Delivered): boolean {
	return status !== null && status >= 200 && status < 300;
}
