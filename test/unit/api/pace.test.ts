import { sleep } from 'n8n-workflow';

import { paced } from '../../../nodes/Smile/api/pace';
import { startPace, times, names } from '../../support/startPace';
import { watchedSignal } from '../../support/watchedSignal';

describe('calls to one Smile', () => {
	it('begin twenty at once, then wait for a second and a little', async () => {
		const at = startPace();
		at.calls(41, 'item');

		await at.clock.advance(3_000);

		expect(at.times()).toEqual([...times(20, 0), ...times(20, 1_025), 2_050]);
	});

	it('that are answered at once count from their end, as Smile may have counted them so late', async () => {
		const at = startPace();
		at.calls(21, 'item', { takesMs: 50 });

		await at.clock.advance(2_000);

		expect(at.times()[20]).toBe(1_075);
	});

	it('whose answers take long count from when they must have arrived, not from their end', async () => {
		const at = startPace();
		at.calls(41, 'item', { takesMs: 5_000 });

		await at.clock.advance(10_000);

		expect(at.times()).toEqual([...times(20, 0), ...times(20, 1_095), 2_190]);
	});

	it('that a busy process sends late count from when it could have sent them', async () => {
		const at = startPace();
		at.calls(21, 'item', { takesMs: 5_000 });
		await at.clock.advance(0);

		at.clock.jam(500);
		await at.clock.advance(2_000);

		expect(at.times()[20]).toBe(1_595);
	});

	it.each([
		[24, 1_109],
		[25, 1_180],
	])('count anew after %d ms in which a process could send nothing', async (ms, at21) => {
		const at = startPace();
		at.calls(21, 'item', { takesMs: 5_000 });
		await at.clock.advance(60);

		at.clock.jam(ms);
		await at.clock.advance(2_000);

		expect(at.times()[20]).toBe(at21);
	});

	it('whose ends overtake each other count from the earliest end', async () => {
		const at = startPace();
		at.calls(1, 'slow', { takesMs: 5_000 });
		at.calls(19, 'quick', { takesMs: 10 });
		at.calls(1, 'late');

		await at.clock.advance(2_000);

		expect(at.times()[20]).toBe(1_035);
	});

	it('never count as long gone what a busy process may not have sent yet', async () => {
		const at = startPace();
		at.calls(21, 'item', { takesMs: 5_000 });
		await at.clock.advance(0);

		at.clock.jam(1_200);
		await at.clock.advance(5_000);

		expect(at.times()[20]).toBe(2_295);
	});

	it('are sent one by one, so that the first does not wait until the last is made', async () => {
		const at = startPace();
		at.calls(3, 'item');
		await sleep(1);
		expect(at.names()).toHaveLength(1);

		await at.clock.advance(0);

		expect(at.names()).toHaveLength(3);
	});

	it('never begin more than twenty in any second, however long their answers take', async () => {
		const at = startPace();
		for (let number = 0; number < 300; number += 1) {
			void at.call('item', { takesMs: (number * 37) % 900 });
		}

		await at.clock.advance(60_000);

		expect(at.times()).toHaveLength(300);
		const within = at
			.times()
			.slice(20)
			.map((time, index) => time - at.times()[index]);
		expect(Math.min(...within)).toBeGreaterThanOrEqual(1_025);
		expect(Math.max(...within)).toBeLessThanOrEqual(1_095);
	});

	it('do not wait for what was long ago', async () => {
		const at = startPace();
		at.calls(20, 'before');
		await at.clock.advance(1_025);

		at.calls(20, 'now');
		await at.clock.advance(0);

		expect(at.times().slice(20)).toEqual(times(20, 1_025));
	});

	it('count also when they fail', async () => {
		const at = startPace();
		const failing = Array.from(
			{ length: 20 },
			async () => await at.pace.run(async () => await Promise.reject(new Error('failed'))),
		);
		await at.clock.advance(0);
		await Promise.allSettled(failing);

		void at.call('item');
		await at.clock.advance(2_000);

		expect(at.times()).toEqual([1_025]);
	});

	it('give back what the call gives', async () => {
		expect(await startPace().call('item', { answer: 'seven' })).toBe('seven');
	});
});

describe('calls to several Smiles', () => {
	it('do not hold back each other', async () => {
		const startedAt = performance.now();
		const calls = ['one', 'other'].flatMap((host) =>
			Array.from(
				{ length: 20 },
				async () =>
					await paced(`https://${host}.example.test/v1`, async () => await Promise.resolve()),
			),
		);

		await Promise.all(calls);

		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});
});

describe('calls that wait', () => {
	it('begin in the order of their coming', async () => {
		const at = startPace();
		at.calls(20, 'before');
		for (const name of ['first', 'second', 'third']) void at.call(name);

		await at.clock.advance(2_000);

		expect(at.names().slice(20)).toEqual(['first', 'second', 'third']);
	});

	it('let the urgent go before them', async () => {
		const at = startPace();
		at.calls(2_000, 'item');
		await at.clock.advance(10);
		void at.call('publishing', { isUrgent: true });

		await at.clock.advance(1_100);

		expect(at.names().indexOf('publishing')).toBe(20);
	});

	it('of several executions take turns, however many one has', async () => {
		const at = startPace();
		const [many, few] = [{}, {}];
		at.calls(500, 'many', { lane: many });
		at.calls(3, 'few', { lane: few });

		await at.clock.advance(0);

		expect(at.names().slice(0, 7)).toEqual([
			...['many', 'many', 'few', 'many', 'few', 'many', 'few'],
		]);
	});

	it('begin at once when they are cancelled, and leave their place to others', async () => {
		const at = startPace();
		const cancelling = new AbortController();
		at.calls(20, 'before');
		at.calls(30, 'cancelled', { signal: cancelling.signal });
		at.calls(20, 'other');
		await at.clock.advance(10);

		cancelling.abort();
		await at.clock.advance(0);
		expect(at.names().slice(20)).toEqual(names(30, 'cancelled'));

		await at.clock.advance(1_100);
		expect(at.names().slice(50)).toEqual(names(20, 'other'));
	});

	it('listen to their cancellation no longer than they wait', async () => {
		const at = startPace();
		const { signal, isHeard } = watchedSignal();

		await at.call('item', { signal });

		expect(isHeard()).toEqual([false]);
	});

	it('tell nothing about the limit when they were cancelled before', async () => {
		const at = startPace();

		await at.call('cancelled', { signal: AbortSignal.abort(), answer: 'too many' });
		at.calls(30, 'item');
		await at.clock.advance(1_000);

		expect(at.names()).toHaveLength(21);
	});

	it('do not wait at all when they were cancelled before', async () => {
		const at = startPace();
		at.calls(20, 'before');
		await at.clock.advance(0);

		await at.call('cancelled', { signal: AbortSignal.abort() });

		expect(at.times()[20]).toBe(0);
	});
});
