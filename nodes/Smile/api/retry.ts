import type { Answer } from './answer';
import { isPassing } from './failure';
import { pause } from './pause';

/**
 * Pauses before each further try, in milliseconds: five tries within about eight seconds. Smile documents no
 * Retry-After; its limit of 20 requests a second is per address and shared with strangers on a hosted n8n.
 */
export const RETRY_PAUSES_MS: readonly number[] = [500, 1_000, 2_000, 4_000];

/**
 * No further try begins after this. n8n 2.41 gives a publication 84 seconds for its five tries and the pauses between
 * them (0.7 of the lease in its publication service), and then shows only that the time was up: the error must come
 * before, even if Smile hangs at each try.
 */
const RETRY_FOR_MS = 12_000;

/**
 * Repeats a call while its failure may pass: 429, 5xx and network faults. The last failure comes back. A pause
 * ends early when `signal` fires; the call that follows then finds that out. Where the call says when its turn has
 * come, its wait for that does not count as trying.
 */
export async function withRetries(
	call: (onTurn: () => void) => Promise<Answer>,
	signal?: AbortSignal,
): Promise<Answer> {
	let startedAt = performance.now();
	for (const milliseconds of RETRY_PAUSES_MS) {
		const askedAt = performance.now();
		const answer = await call(() => (startedAt += performance.now() - askedAt));
		if (answer.ok || !isPassing(answer.failure) || isTooLate(startedAt)) return answer;
		await pause(spread(milliseconds), signal);
	}
	return await call(() => {});
}

/** Whether trying has gone on for so long that no further try may begin; `startedAt` by performance.now(). */
export function isTooLate(startedAt: number): boolean {
	return performance.now() - startedAt > RETRY_FOR_MS;
}

/** Numbers from 0 to 1; tests put one of their own in its place. */
export const chance = { next: (): number => Math.random() };

/** Spreads a pause by a quarter either way, so that many workflows do not come back together. */
export function spread(milliseconds: number): number {
	return milliseconds * (0.75 + chance.next() / 2);
}
