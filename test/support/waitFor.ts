/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two looks */
import { setTimeout as pause } from 'node:timers/promises';

export interface WaitOptions {
	/** Milliseconds until the wait is given up; 10,000 unless said otherwise. */
	timeoutMs?: number;
	/** What was awaited, for the error; a function is asked when the time is up. */
	describe?: string | (() => string);
	/** Milliseconds between the first looks at the condition; 10 unless said otherwise. They grow with the time waited. */
	intervalMs?: number;
}

const longestPauseMs = 500;

/**
 * Asks again and again until the condition gives something truthy, and returns that.
 * Throws when the time is up; a condition that throws ends the wait with its own error.
 */
export async function waitFor<T>(
	condition: () => T | Promise<T>,
	options: WaitOptions = {},
): Promise<Exclude<T, false | null | undefined>> {
	const { timeoutMs = 10_000, describe = 'a condition', intervalMs = 10 } = options;
	const startedAt = Date.now();
	const deadline = startedAt + timeoutMs;
	for (;;) {
		const outcome = await condition();
		if (outcome) return outcome as Exclude<T, false | null | undefined>;
		if (Date.now() >= deadline) {
			const awaited = typeof describe === 'string' ? describe : describe();
			throw new Error(`Waited ${timeoutMs} ms in vain for ${awaited}`);
		}
		// Each look may cost a real n8n more than what is awaited: a tenth later than it could be is soon enough.
		const waited = Date.now() - startedAt;
		await pause(Math.max(intervalMs, Math.min(waited / 10, longestPauseMs)));
	}
}

/** `waitFor` with the patience that a real n8n on a busy machine needs. */
export async function eventually<T>(
	condition: () => T | Promise<T>,
	describe?: string,
): Promise<Exclude<T, false | null | undefined>> {
	return await waitFor(condition, { timeoutMs: 90_000, intervalMs: 50, describe });
}
