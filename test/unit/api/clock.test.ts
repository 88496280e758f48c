import { earliestAtSmile, noteDate } from '../../../nodes/Smile/api/clock';

const NOW = Date.parse('2026-03-04T05:06:07.500Z');
let hosts = 0;
/** A Smile that no other test has asked. */
const freshSmile = () => `https://smile-${(hosts += 1)}.example.test/v1`;

describe('the earliest time that Smile can have given to a thing', () => {
	it('lies two minutes before the request where the clocks were never compared', () => {
		expect(earliestAtSmile(freshSmile(), NOW)).toBe(NOW - 120_000);
	});

	it.each([
		['Wed, 04 Mar 2026 05:06:07 GMT', -500],
		['Wed, 04 Mar 2026 05:16:07 GMT', 599_500],
		['Wed, 04 Mar 2026 04:56:07 GMT', -600_500],
	])('goes by the clock of Smile, which wrote %s, less two seconds', (date, ahead) => {
		const smile = freshSmile();

		noteDate(smile, date, NOW);

		expect(earliestAtSmile(smile, NOW + 60_000)).toBe(NOW + 60_000 + ahead - 2_000);
	});

	it('goes by the last date', () => {
		const smile = freshSmile();
		noteDate(smile, 'Wed, 04 Mar 2026 05:16:07 GMT', NOW);

		noteDate(smile, 'Wed, 04 Mar 2026 05:06:07 GMT', NOW);

		expect(earliestAtSmile(smile, NOW)).toBe(NOW - 2_500);
	});

	it.each([[undefined], [null], [''], ['yesterday'], [NOW], [['Wed, 04 Mar 2026 05:06:07 GMT']]])(
		'learns nothing from the header %j',
		(header) => {
			const smile = freshSmile();

			noteDate(smile, header, NOW);

			expect(earliestAtSmile(smile, NOW)).toBe(NOW - 120_000);
		},
	);

	it('is that of each Smile', () => {
		const [one, other] = [freshSmile(), freshSmile()];

		noteDate(one, 'Wed, 04 Mar 2026 05:16:07 GMT', NOW);

		expect(earliestAtSmile(other, NOW)).toBe(NOW - 120_000);
	});
});
