import { AcceptedIds } from '../../../nodes/Smile/delivery/acceptedIds';

const minutes = (count: number) => count * 60_000;

/** Adds so many ids, one every `everyMs`, and returns when the last came. */
function addMany(ids: AcceptedIds, count: number, from: number, everyMs: number): number {
	let now = from;
	for (let index = 0; index < count; index += 1) {
		now += everyMs;
		ids.add(`et-${now}-${index}`, now);
	}
	return now;
}

describe('the memory for accepted ids', () => {
	it('knows what it was given and nothing else', () => {
		const ids = new AcceptedIds(0);

		ids.add('et-1', 0);

		expect(ids.has('et-1')).toBe(true);
		expect(ids.has('et-2')).toBe(false);
	});

	it('keeps an id for ten minutes, however many n8n can execute in that time', () => {
		const ids = new AcceptedIds(0);
		ids.add('the first', 0);

		addMany(ids, 29_999, 0, 20);

		expect(ids.has('the first')).toBe(true);
	});

	it('keeps an id for 10,000 younger ones, however long they take', () => {
		const ids = new AcceptedIds(0);
		ids.add('the first', 0);

		addMany(ids, 9_999, 0, minutes(1));

		expect(ids.has('the first')).toBe(true);
	});

	it('keeps the older generation until the younger is full as well', () => {
		const ids = new AcceptedIds(0);
		ids.add('the first', 0);
		addMany(ids, 29_999, 0, 1);

		ids.add('of the second generation', 30_000);
		expect(ids.has('the first')).toBe(true);

		addMany(ids, 29_999, 30_000, 1);
		expect(ids.has('the first')).toBe(true);
		expect(ids.has('of the second generation')).toBe(true);

		ids.add('of the third generation', 60_001);
		expect(ids.has('the first')).toBe(false);
		expect(ids.has('of the second generation')).toBe(true);
	});

	it.each([
		{ count: 10_000, everyMs: 60, isClosed: true },
		{ count: 10_000, everyMs: 59, isClosed: false },
		{ count: 9_999, everyMs: 60_000, isClosed: false },
		{ count: 30_000, everyMs: 0, isClosed: true },
		{ count: 29_999, everyMs: 0, isClosed: false },
	])(
		'closes a generation of $count ids, one every $everyMs ms: $isClosed',
		({ count, everyMs, isClosed }) => {
			const ids = new AcceptedIds(0);
			ids.add('the first', 0);
			const then = addMany(ids, count - 1, 0, everyMs);

			// A generation that is closed here leaves with the next one.
			ids.add('the next', count * everyMs);
			addMany(ids, 30_000, then, 0);

			expect(ids.has('the first')).toBe(!isClosed);
		},
	);

	it('counts the time of each generation from its own beginning', () => {
		const ids = new AcceptedIds(0);
		ids.add('the first', 0);
		const swap = addMany(ids, 9_999, 0, 60) + 60;
		ids.add('of the second generation', swap);

		addMany(ids, 10_000, swap, 1);

		expect(ids.has('the first')).toBe(true);
	});
});
