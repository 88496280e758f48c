import { allPages } from '../../../nodes/Smile/api/paginate';

const ok = (items: unknown[], nextCursor?: string | null) => ({
	ok: true as const,
	data: { items, nextCursor },
});

describe('a list', () => {
	it.each([[null], [undefined], ['']])('ends at the cursor %j', async (last) => {
		const pages = [ok([1, 2], 'a'), ok([3], 'b'), ok([4], last)];
		const cursors: unknown[] = [];

		const all = await allPages(async (cursor) => {
			cursors.push(cursor);
			return await Promise.resolve(pages[cursors.length - 1]);
		});

		expect(all).toEqual({ ok: true, data: [1, 2, 3, 4] });
		expect(cursors).toEqual([undefined, 'a', 'b']);
	});

	it('asks for no page beyond its limit', async () => {
		let asked = 0;

		const some = await allPages(
			async () => await Promise.resolve(ok([1, 2], `${(asked += 1)}`)),
			3,
		);

		expect(some).toEqual({ ok: true, data: [1, 2, 1] });
		expect(asked).toBe(2);
	});

	it('ends when Smile sends a cursor again', async () => {
		let asked = 0;

		await allPages(async () => {
			asked += 1;
			return await Promise.resolve(ok([asked], 'the same'));
		});

		expect(asked).toBe(2);
	});

	it('fails as a whole when a page fails or is no page', async () => {
		const failure = { kind: 'fault' as const, status: 503 };
		const pages = [ok([1], 'a'), { ok: false as const, failure }];
		let asked = 0;

		expect(await allPages(async () => await Promise.resolve(pages[asked++]))).toEqual({
			ok: false,
			failure,
		});
		expect(
			await allPages(async () => await Promise.resolve({ ok: true as const, data: [1, 2] })),
		).toEqual({ ok: false, failure: { kind: 'unreadable' } });
	});
});
