import { sleep } from 'n8n-workflow';

import type { SmileClient } from '../../../nodes/Smile/api/client';
import { sideBySide } from '../../../nodes/Smile/api/sideBySide';
import { Slots } from '../../../nodes/Smile/shared/slots';
import { scriptedSmile } from '../../support/scriptedSmile';
import { thrownBy } from '../../support/thrownBy';
import { watchedSignal } from '../../support/watchedSignal';

const settle = async () => await sleep(1);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

interface Work {
	signal?: AbortSignal;
	end(): void;
	fail(error: Error): void;
}

/** Things to read that each end when they are told to. */
function start(count: number, slots?: Slots, isCancelled = false) {
	const { client, cancel } = scriptedSmile();
	if (isCancelled) cancel();
	const works = new Map<number, Work>();
	const taken: number[] = [];
	const pages = sideBySide(
		{ ...client, slots },
		numbers(count),
		async (one, smile: SmileClient) => {
			await new Promise<void>((end, fail) => works.set(one, { end, fail, signal: smile.signal }));
			return one;
		},
	);
	const ended = (async () => {
		for await (const one of pages) taken.push(one);
	})();
	const work = (one: number): Work => {
		const found = works.get(one);
		if (!found) throw new Error(`${one} has not begun`);
		return found;
	};
	return { begun: () => [...works.keys()], work, taken, ended, cancel, slots };
}

describe('things read side by side', () => {
	it('begin as far as there are slots beside the own one, and come in their order', async () => {
		const at = start(6, new Slots(2));
		await settle();
		expect(at.begun()).toEqual([0, 1, 2]);

		at.work(2).end();
		at.work(1).end();
		await settle();
		expect(at.begun()).toEqual([0, 1, 2, 3, 4]);
		expect(at.taken).toEqual([]);

		at.work(0).end();
		await settle();
		expect(at.taken).toEqual([0, 1, 2]);
		[3, 4, 5].forEach((one) => at.work(one).end());
		await at.ended;
		expect(at.taken).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it('are read one after the other without slots', async () => {
		const at = start(3);
		await settle();
		expect(at.begun()).toEqual([0]);

		at.work(0).end();
		await settle();
		expect(at.begun()).toEqual([0, 1]);
		at.work(1).end();
		await settle();
		at.work(2).end();
		await at.ended;
		expect(at.taken).toEqual([0, 1, 2]);
	});

	it('leave slots to others, and give all of them back', async () => {
		const slots = new Slots(1);
		expect(slots.tryTake()).toBe(true);
		const at = start(3, slots);
		await settle();
		expect(at.begun()).toEqual([0]);

		slots.give();
		at.work(0).end();
		await settle();
		expect(at.begun()).toEqual([0, 1, 2]);
		at.work(1).end();
		at.work(2).end();
		await at.ended;
		expect([slots.tryTake(), slots.tryTake()]).toEqual([true, false]);
	});

	it('are not begun far ahead of what was taken', async () => {
		const at = start(500, new Slots(1_000));
		await settle();

		expect(at.begun()).toHaveLength(100);
		at.work(0).end();
		await settle();
		expect(at.begun()).toHaveLength(101);
		const error = thrownBy(at.ended);
		for (const one of at.begun()) at.work(one).fail(new Error('over'));
		expect(await error).toMatchObject({ message: 'over' });
	});

	it('end with the error of the earliest, though a later one failed before', async () => {
		const at = start(4, new Slots(3));
		const error = thrownBy(at.ended);
		await settle();

		at.work(2).fail(new Error('later'));
		await settle();
		at.work(0).end();
		at.work(1).fail(new Error('earlier'));
		at.work(3).end();

		expect(await error).toMatchObject({ message: 'earlier' });
		expect(at.taken).toEqual([0]);
	});

	it('are given up when nobody takes more of them', async () => {
		const { client } = scriptedSmile();
		const signals: Array<AbortSignal | undefined> = [];
		const read = sideBySide(
			{ ...client, slots: new Slots(2) },
			numbers(500),
			async (one, smile) => {
				signals.push(smile.signal);
				return await Promise.resolve(one);
			},
		);

		for await (const one of read) if (one === 0) break;

		expect(signals.length).toBeLessThan(500);
		expect(signals.every((signal) => signal?.aborted)).toBe(true);
	});

	it('are given up when the execution is cancelled', async () => {
		const at = start(9, new Slots(2));
		await settle();

		const error = thrownBy(at.ended);
		at.cancel();

		expect(numbers(3).map((one) => at.work(one).signal?.aborted)).toEqual([true, true, true]);
		numbers(3).forEach((one) => at.work(one).fail(new Error('cancelled')));
		expect(await error).toMatchObject({ message: 'cancelled' });
		expect(at.begun()).toEqual([0, 1, 2]);
	});

	it('are read no further than the first when the execution was cancelled before', async () => {
		const at = start(9, new Slots(2), true);
		await settle();

		expect(at.begun()).toEqual([0]);
		expect(at.work(0).signal?.aborted).toBe(true);
		const error = thrownBy(at.ended);
		at.work(0).fail(new Error('cancelled'));
		expect(await error).toMatchObject({ message: 'cancelled' });
	});

	it('need no execution that can be cancelled', async () => {
		const client = { ...scriptedSmile().client, signal: undefined };
		const taken: number[] = [];

		for await (const one of sideBySide(client, numbers(3), async (given) => given)) {
			taken.push(one);
		}

		expect(taken).toEqual([0, 1, 2]);
	});

	it('begin without slots only when somebody wants them', async () => {
		const begun: number[] = [];
		const pages = sideBySide(scriptedSmile().client, numbers(3), async (one) => {
			begun.push(one);
			return await Promise.resolve(one);
		});

		expect(await pages.next()).toEqual({ done: false, value: 0 });
		await settle();
		expect(begun).toEqual([0]);
		await pages.return();
		expect(begun).toEqual([0]);
	});

	it('are over only when nothing is under way any more', async () => {
		const { client } = scriptedSmile();
		let finish = () => {};
		const later = new Promise<number>((resolve) => (finish = () => resolve(1)));
		const pages = sideBySide({ ...client, slots: new Slots(1) }, numbers(2), async (one) =>
			one === 0 ? await Promise.resolve(0) : await later,
		);
		await pages.next();
		let isOver = false;

		const over = pages.return().then(() => (isOver = true));
		await settle();
		expect(isOver).toBe(false);

		finish();
		await over;
		expect(isOver).toBe(true);
	});

	it('listen to a cancellation no longer than they are read', async () => {
		const { client } = scriptedSmile();
		const { signal, isHeard } = watchedSignal();

		for await (const one of sideBySide({ ...client, signal }, [7], async (given) => given)) {
			expect(one).toBe(7);
		}

		expect(isHeard()).toEqual([false]);
	});
});
