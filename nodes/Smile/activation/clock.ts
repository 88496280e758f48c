import { sleep } from 'n8n-workflow';

/** The time that activation goes by; tests put one of their own in its place. */
export const clock = {
	/** Milliseconds that never go back. */
	now: (): number => performance.now(),
	wait: async (milliseconds: number): Promise<void> => await sleep(milliseconds),
};

export type Clock = typeof clock;
