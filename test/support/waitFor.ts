/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two looks */
import { setTimeout as pause } from 'node:timers/promises';

export interface WaitOptions {
	/** Milliseconds until the wait is given up; 10,000 unless said otherwise. */
	timeoutMs?: number;
	/** What was awaited, for the error; a function is asked when the time is up. */
	describe?: string | (() => string);
	/** Milliseconds between two looks at the condition; 10 unless said otherwise. */
	intervalMs?: number;
}

/**
 * Asks again and again until the condition gives something truthy, and returns that.
 * Throws when the time is up; a condition that throws ends the wait with its own error.
 */
export async function waitFor<T>(
	condition: () => T | Promise<T>,
	options: WaitOptions = {},
): Promise<Exclude<T, false | null | undefined>> {
	const { timeoutMs = 10_000, describe = 'a condition', intervalMs = 10 } = options;
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const outcome = await condition();
		if (outcome) return outcome as Exclude<T, false | null | undefined>;
		if (Date.now() >= deadline) {
			const awaited = typeof describe === 'string' ? describe : describe();
			throw new Error(`Waited ${timeoutMs} ms in vain for ${awaited}`);
		}
		await pause(intervalMs);
	}
}

/** `waitFor` with the patience that a real n8n on a busy machine needs. */
export async function eventually<T>(
	condition: () => T | Promise<T>,
): Promise<Exclude<T, false | null | undefined>> {
	return await waitFor(condition, { timeoutMs: 30_000, intervalMs: 50 });
}
