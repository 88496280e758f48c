import { sleep } from 'n8n-workflow';

/** Time as a part of the package goes by it; tests put one of their own in its place. */
export interface Clock {
	/** Milliseconds that never go back. */
	now(): number;
	wait(milliseconds: number): Promise<void>;
}

/** The time of this process. */
export const processClock: Clock = {
	now: () => performance.now(),
	wait: async (milliseconds) => await sleep(milliseconds),
};
