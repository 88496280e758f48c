import { processClock, type Clock } from '../shared/clock';

/** The time that pauses between two requests take; tests put one of their own in its place. */
export const pauseClock: Clock = { ...processClock };

/** How long a pause may go on after its execution was cancelled, in milliseconds. */
const NOTICE_MS = 250;

/** Waits for so many milliseconds, but not much longer than until the execution is cancelled. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	const end = pauseClock.now() + milliseconds;
	for (let rest = milliseconds; rest > 0 && !signal?.aborted; rest = end - pauseClock.now()) {
		await pauseClock.wait(Math.ceil(signal ? Math.min(rest, NOTICE_MS) : rest));
	}
}
