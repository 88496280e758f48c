import { sleep, type IExecuteFunctions, type IHookFunctions } from 'n8n-workflow';

import { cancelSignal, isCancelled, pause, stopIfCancelled } from '../../../nodes/Smile/api/cancel';
import { scriptedSmile } from '../../support/scriptedSmile';

const running = (signal?: AbortSignal) =>
	({ getExecutionCancelSignal: () => signal }) as unknown as IExecuteFunctions;

describe('a cancelled execution', () => {
	it('is known by its signal', () => {
		const { signal } = new AbortController();

		expect(cancelSignal(running(signal))).toBe(signal);
		expect(cancelSignal(running())).toBeUndefined();
		expect(cancelSignal({} as IHookFunctions)).toBeUndefined();
		expect(isCancelled(running(signal))).toBe(false);
		expect(isCancelled(running(AbortSignal.abort()))).toBe(true);
		expect(isCancelled({} as IHookFunctions)).toBe(false);
	});

	it('stops, and says that nothing more was asked', () => {
		const { client, cancel } = scriptedSmile();
		expect(() => stopIfCancelled(client)).not.toThrow();

		cancel();

		expect(() => stopIfCancelled(client)).toThrow(
			expect.objectContaining({
				message: 'The execution was cancelled',
				description: 'Nothing more was asked of Smile.',
			}),
		);
	});

	it('says so where Smile may have done something', () => {
		const { client, cancel } = scriptedSmile();
		cancel();

		expect(() => stopIfCancelled(client, { mayHaveHappened: true })).toThrow(
			expect.objectContaining({
				description:
					'Smile may have done what was asked all the same. Look there before you run this again.',
			}),
		);
	});

	it('goes on where there is nothing to be cancelled', () => {
		const { client } = scriptedSmile();

		expect(() => stopIfCancelled({ ...client, signal: undefined })).not.toThrow();
	});
});

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
