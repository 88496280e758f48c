import { lookThrough, type Page } from '../../../../nodes/Smile/actions/pickers/lookThrough';
import type { Result } from '../../../../nodes/Smile/api/result';

/** A list whose pages hold one number each, from 0 on, for ever; `after` runs with each page. */
function endless(after: () => void = () => undefined) {
	const asked: Array<string | undefined> = [];
	const readPage = async (cursor: string | undefined): Promise<Result<Page<number>>> => {
		asked.push(cursor);
		after();
		const number = Number(cursor ?? 0);
		return { ok: true, value: { records: [number], nextCursor: String(number + 1) } };
	};
	return { asked, readPage };
}
const all = (number: number) => number;
const bounds = { pages: 5, milliseconds: 60_000, enough: 3 };

describe('looking through a list', () => {
	it('ends when enough was found, and says where it goes on', async () => {
		const { readPage } = endless();

		const looked = await lookThrough(readPage, all, undefined, bounds);

		expect(looked).toEqual({
			ok: true,
			value: { found: [0, 1, 2], nextCursor: '3', wasCut: false },
		});
	});

	it('goes on from a cursor', async () => {
		const { readPage, asked } = endless();

		await lookThrough(readPage, all, '7', bounds);

		expect(asked).toEqual(['7', '8', '9']);
	});

	it('is cut after so many pages', async () => {
		const { readPage, asked } = endless();

		const looked = await lookThrough(readPage, () => undefined, undefined, bounds);

		expect(looked).toEqual({ ok: true, value: { found: [], wasCut: true } });
		expect(asked).toHaveLength(5);
	});

	it('is cut when it takes too long', async () => {
		const clock = jest.spyOn(performance, 'now').mockReturnValue(1_000);
		const { readPage, asked } = endless(() => clock.mockReturnValue(performance.now() + 30_000));

		const looked = await lookThrough(readPage, () => undefined, undefined, bounds);
		clock.mockRestore();

		expect(looked).toEqual({ ok: true, value: { found: [], wasCut: true } });
		expect(asked).toHaveLength(2);
	});

	it('is not cut where the list itself ends', async () => {
		const looked = await lookThrough(
			async () => ({ ok: true, value: { records: [1] } }),
			all,
			undefined,
			{ ...bounds, pages: 1 },
		);

		expect(looked).toEqual({ ok: true, value: { found: [1], wasCut: false } });
	});
});
