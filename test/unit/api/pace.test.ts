import { sleep } from 'n8n-workflow';

import { paced } from '../../../nodes/Smile/api/pace';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

let addresses = 0;
/** An address that nobody has used. */
const freshAddress = () => `https://paced-${(addresses += 1)}.example.test/v1`;

interface Given {
	takesMs?: number;
	signal?: AbortSignal;
}

/** Begins so many calls at once and gives the millisecond at which each began. */
async function begunAt(baseUrl: string, count: number, { takesMs = 0, signal }: Given = {}) {
	const start = performance.now();
	const times: number[] = [];
	const calls = Array.from({ length: count }, async () => {
		await paced(
			baseUrl,
			async () => {
				times.push(Math.round(performance.now() - start));
				if (takesMs > 0) await sleep(takesMs);
			},
			signal,
		);
	});
	await jest.runAllTimersAsync();
	await Promise.all(calls);
	return times;
}

describe('calls to one address', () => {
	it('begin twenty at once, then wait for a second and a little', async () => {
		const times = await begunAt(freshAddress(), 41);

		expect(times.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 0));
		expect(times.slice(20, 40)).toEqual(Array.from({ length: 20 }, () => 1_050));
		expect(times[40]).toBe(2_100);
	});

	it('count from their end: Smile may have counted them as late', async () => {
		const address = freshAddress();
		await begunAt(address, 20, { takesMs: 400 });

		expect(await begunAt(address, 1)).toEqual([1_050]);
	});

	it('do not wait for what was long ago', async () => {
		const address = freshAddress();
		await begunAt(address, 20);
		await jest.advanceTimersByTimeAsync(1_050);

		expect(await begunAt(address, 1)).toEqual([0]);
	});

	it('count also when they fail', async () => {
		const address = freshAddress();
		const failing = Array.from({ length: 20 }, async () => {
			await paced(address, async () => await Promise.reject(new Error('failed')));
		});
		await Promise.allSettled(failing);

		expect(await begunAt(address, 1)).toEqual([1_050]);
	});

	it('do not hold back those to another', async () => {
		await begunAt(freshAddress(), 20);

		expect(await begunAt(freshAddress(), 1)).toEqual([0]);
	});

	it('give back what the call gives', async () => {
		expect(await paced(freshAddress(), async () => await Promise.resolve(7))).toBe(7);
	});

	it('that are cancelled wait no longer', async () => {
		const address = freshAddress();
		await begunAt(address, 20);

		expect(await begunAt(address, 1, { signal: AbortSignal.abort() })).toEqual([0]);
	});
});
