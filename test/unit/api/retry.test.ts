import { sleep } from 'n8n-workflow';

import type { Answer } from '../../../nodes/Smile/api/answer';
import type { Failure } from '../../../nodes/Smile/api/failure';
import {
	chance,
	isTooLate,
	RETRY_PAUSES_MS,
	spread,
	withRetries,
} from '../../../nodes/Smile/api/retry';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const failed = (failure: Failure): Answer => ({ ok: false, failure });
const busy = failed({ kind: 'busy', status: 429 });
const good: Answer = { ok: true, data: 1 };

/** Runs until everything has happened; the times are those at which each try began. */
async function tried(answers: Answer[], { waitsMs = 0, takesMs = 0, signal }: Options = {}) {
	const times: number[] = [];
	const begun = performance.now();
	const running = withRetries(async (onTurn) => {
		if (waitsMs > 0) await sleep(waitsMs);
		onTurn();
		times.push(Math.round(performance.now() - begun));
		if (takesMs > 0) await sleep(takesMs);
		return answers[Math.min(times.length, answers.length) - 1];
	}, signal);
	await jest.runAllTimersAsync();
	return { answer: await running, times };
}
interface Options {
	/** How long each try waits for its turn. */
	waitsMs?: number;
	takesMs?: number;
	signal?: AbortSignal;
}

describe('a call that fails for a moment', () => {
	it.each([
		[1, [good]],
		[2, [busy, good]],
		[5, [busy, busy, busy, busy, good]],
	])('is made until it succeeds: %d times', async (tries, answers) => {
		const { answer, times } = await tried(answers);

		expect(answer).toBe(good);
		expect(times).toHaveLength(tries);
	});

	it('is given up after five tries with growing pauses', async () => {
		const last = failed({ kind: 'fault', status: 503 });

		const { answer, times } = await tried([busy, busy, busy, busy, last, good]);

		expect(answer).toBe(last);
		expect(times).toHaveLength(5);
		const pauses = times.slice(1).map((time, index) => time - times[index]);
		[500, 1_000, 2_000, 4_000].forEach((milliseconds, index) => {
			expect(pauses[index]).toBeGreaterThanOrEqual(milliseconds * 0.75);
			expect(pauses[index]).toBeLessThanOrEqual(milliseconds * 1.25 + 1);
		});
	});

	it.each([
		[7_000, 2],
		[11_400, 2],
		[12_100, 1],
		[3_000, 4],
	])(
		'begins no new try after twelve seconds: answers after %d ms, %d tries',
		async (takesMs, n) => {
			const { answer, times } = await tried([busy], { takesMs });

			expect(answer).toBe(busy);
			expect(times).toHaveLength(n);
		},
	);

	it('does not count how long it waits for its turn as trying', async () => {
		const { times } = await tried([busy], { waitsMs: 20_000 });

		expect(times).toHaveLength(5);
	});

	it.each<Failure>([
		{ kind: 'refused', status: 400 },
		{ kind: 'fault', status: 501 },
		{ kind: 'unreadable', status: 200 },
		{ kind: 'foreign', status: 404 },
	])('but not one that will never succeed: %j', async (failure) => {
		const { answer, times } = await tried([failed(failure), good]);

		expect(answer).toEqual(failed(failure));
		expect(times).toHaveLength(1);
	});

	it('waits no longer once it is cancelled', async () => {
		const { times } = await tried([busy], { signal: AbortSignal.abort() });

		expect(times).toEqual([0, 0, 0, 0, 0]);
	});
});

describe('the limits', () => {
	it('are five tries within some eight seconds', () => {
		expect(RETRY_PAUSES_MS).toEqual([500, 1_000, 2_000, 4_000]);
	});

	it('end after twelve seconds', () => {
		const begun = performance.now();
		jest.advanceTimersByTime(12_000);
		expect(isTooLate(begun)).toBe(false);
		jest.advanceTimersByTime(1);
		expect(isTooLate(begun)).toBe(true);
	});

	it.each([
		[0, 750],
		[0.5, 1_000],
		[1, 1_250],
	])('are spread: %d gives %d of 1000 ms', (drawn, milliseconds) => {
		jest.spyOn(chance, 'next').mockReturnValue(drawn);

		expect(spread(1_000)).toBe(milliseconds);

		jest.restoreAllMocks();
	});
});
