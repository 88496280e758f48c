import { startPace, times } from '../../support/startPace';

describe('after Smile said that its limit is passed', () => {
	/** How many calls begin in each of so many windows, with more of them waiting than that. */
	async function rates(at: ReturnType<typeof startPace>, seconds: number): Promise<number[]> {
		at.calls(25 * seconds, 'item');
		const counts: number[] = [];
		for (let second = 0; second < seconds; second += 1) {
			at.clear();
			await at.clock.advance(1_024);
			counts.push(at.times().length);
		}
		return counts;
	}

	it('fewer calls begin, also those of others, then more and more', async () => {
		const at = startPace();
		at.calls(1, 'item', { answer: 'too many' });
		await at.clock.advance(1_025);

		const found = await rates(at, 30);

		expect(found.slice(0, 2)).toEqual([14, 15]);
		expect([...found].sort((one, other) => one - other)).toEqual(found);
		expect(found[10]).toBeGreaterThanOrEqual(18);
		expect(found.slice(-5)).toEqual(times(5, 20));
	});

	it('those that were under way say nothing more, and later ones lower the rate again', async () => {
		const at = startPace();
		at.calls(20, 'item', { answer: 'too many', takesMs: 10 });
		await at.clock.advance(1_500);
		at.clear();
		at.calls(40, 'item', { takesMs: 10 });
		await at.clock.advance(0);
		expect(at.times()).toHaveLength(14);

		at.calls(1, 'late', { answer: 'too many', isUrgent: true });
		await at.clock.advance(1_060);
		at.clear();
		await at.clock.advance(1_060);

		expect(at.times()).toHaveLength(10);
	});

	it('at least one call a second begins', async () => {
		const at = startPace();
		for (let number = 0; number < 20; number += 1) {
			void at.call('refused', { answer: 'too many' });
			await at.clock.advance(1_026);
		}
		at.clear();

		void at.call('item');
		await at.clock.advance(1_026);

		expect(at.names()).toEqual(['item']);
	});
});
