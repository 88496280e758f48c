import { sleep } from 'n8n-workflow';

import { pause } from '../../../nodes/Smile/api/pause';

describe('a pause', () => {
	beforeEach(() => void jest.useFakeTimers());
	afterEach(() => void jest.useRealTimers());

	/** How long it lasts, in milliseconds. */
	async function lasts(milliseconds: number, signal?: AbortSignal, after?: [number, () => void]) {
		const begun = performance.now();
		let ended: number | undefined;
		void pause(milliseconds, signal).then(() => (ended = performance.now() - begun));
		if (after) void sleep(after[0]).then(after[1]);
		await jest.runAllTimersAsync();
		return ended;
	}

	it.each([1, 250, 251, 1_000])('lasts %d ms', async (milliseconds) => {
		expect(await lasts(milliseconds)).toBeCloseTo(milliseconds, 0);
		expect(await lasts(milliseconds, new AbortController().signal)).toBeCloseTo(milliseconds, 0);
	});

	it.each([0, -1])('of %d ms is none', async (milliseconds) => {
		expect(await lasts(milliseconds)).toBe(0);
	});

	it('is one sleep where nobody can cancel it', async () => {
		void pause(1_000);

		expect(jest.getTimerCount()).toBe(1);
		await jest.advanceTimersByTimeAsync(999);
		expect(jest.getTimerCount()).toBe(1);
		await jest.advanceTimersByTimeAsync(1);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('ends within a quarter of a second when it is cancelled', async () => {
		const cancelling = new AbortController();

		const took = await lasts(10_000, cancelling.signal, [1_100, () => cancelling.abort()]);

		expect(took).toBeGreaterThanOrEqual(1_100);
		expect(took).toBeLessThanOrEqual(1_350);
	});

	it('does not begin once it is cancelled', async () => {
		expect(await lasts(1_000, AbortSignal.abort())).toBe(0);
	});
});
