import { asDay, asList, asMonth } from '../../../../nodes/Smile/actions/parameters/filterValues';

describe('a day in a filter', () => {
	it.each([
		['2026-01-05', '2026-01-05'],
		['2026-01-05T00:00:00', '2026-01-05'],
		['2026-01-05T23:30:00.000-08:00', '2026-01-05'],
		[' 2026-12-31 ', '2026-12-31'],
		[new Date('2026-01-05T10:00:00Z'), '2026-01-05'],
		[{ toString: (): string => '2026-01-05T10:00:00.000+08:00' }, '2026-01-05'],
	])('is the day written in %s', (entered, day) => {
		expect(asDay(entered)).toBe(day);
	});

	it.each(['', 'soon', '05.01.2026', '2026-1-5', '2026-13-01', '2026-01-32', '2026-01-011', 7])(
		'is none in %s',
		(entered) => {
			expect(asDay(entered)).toBeUndefined();
		},
	);
});

describe('a month in a filter', () => {
	it.each([
		['2026-01', '2026-01'],
		['2026-01-05T00:00:00', '2026-01'],
	])('is the month written in %s', (entered, month) => {
		expect(asMonth(entered)).toBe(month);
	});

	it.each(['2026', '2026-13', '26-01', '2026-011'])('is none in %s', (entered) => {
		expect(asMonth(entered)).toBeUndefined();
	});
});

describe('ids in a filter', () => {
	it('are one text with commas, each id once', () => {
		expect(asList(' a, b;a\nc ')).toBe('a,b,c');
		expect(asList(['a', 'b'])).toBe('a,b');
	});

	it('are refused when there are none or too many', () => {
		expect(asList(' , ')).toBeUndefined();
		expect(asList('a,b,c', 2)).toBeUndefined();
	});
});
