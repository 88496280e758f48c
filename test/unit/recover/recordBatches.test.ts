import { batchesOf } from '../../../nodes/Smile/recover/recordBatches';

const at = (time: string) => Date.parse(`2026-03-04T${time}Z`);
const stored = (id: string, time: string) => ({
	id,
	metadata: { itemCreatedAt: `2026-03-04T${time}Z` },
});
const idsOf = (batches: Array<Array<{ id?: unknown }>>) =>
	batches.map((batch) => batch.map(({ id }) => id));

describe('records that were stored together', () => {
	it('are those of one task, however long it took', () => {
		const tasks = [{ start: at('08:00:00'), end: at('08:30:00') }];
		const records = [stored('c', '08:34:59'), stored('a', '08:00:00'), stored('b', '08:20:00')];

		expect(idsOf(batchesOf(records, tasks))).toEqual([['a', 'b', 'c']]);
	});

	it('are parted between two tasks that follow at once', () => {
		const tasks = [
			{ start: at('08:00:00'), end: at('08:10:00') },
			{ start: at('08:10:30'), end: at('08:20:00') },
		];
		const records = [stored('a', '08:10:10'), stored('b', '08:10:30')];

		expect(idsOf(batchesOf(records, tasks))).toEqual([['a'], ['b']]);
	});

	it('may have their times written in any way of ISO 8601', () => {
		const records = ['2026-03-04T08:00:00,000Z', '2026-03-04T16:00+08', '2026-02-31T08:00:00Z'].map(
			(itemCreatedAt, id) => ({ id, metadata: { itemCreatedAt } }),
		);

		expect(idsOf(batchesOf(records, []))).toEqual([[0, 1]]);
	});

	it('without a known task are those without a pause over a minute', () => {
		const records = [stored('a', '08:00:00'), stored('b', '08:01:00'), stored('c', '08:02:01')];

		expect(idsOf(batchesOf(records, []))).toEqual([['a', 'b'], ['c']]);
	});

	it('are none where a record does not say when it was stored', () => {
		expect(batchesOf([{ id: 'a' }, { id: 'b', metadata: { itemCreatedAt: null } }], [])).toEqual(
			[],
		);
	});
});
