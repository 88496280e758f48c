import { tryToParseDateTime } from 'n8n-workflow';

import {
	asDay,
	asFlag,
	asList,
	asMonth,
	asText,
} from '../../../../nodes/Smile/actions/parameters/filterValues';

const sent = (value: string) => ({ ok: true, value });
const problem = (text: string) => ({ ok: false, problem: text });
const dateOf = (text: string) => tryToParseDateTime(text, 'Asia/Manila');

describe('a day in a filter', () => {
	it.each([
		['2026-01-05', '2026-01-05'],
		['2026-01-05T00:00:00', '2026-01-05'],
		['2026-01-05T23:30:00.000-08:00', '2026-01-05'],
		[' 2026-12-31 ', '2026-12-31'],
		['2028-02-29', '2028-02-29'],
		['2026-01-05 10:00', '2026-01-05'],
		['2026-01-05T23:30:00+08:00[Asia/Manila]', '2026-01-05'],
		[new Date('2026-01-05T10:00:00Z'), '2026-01-05'],
		[dateOf('2026-01-05T10:00:00.000+08:00'), '2026-01-05'],
	])('is the day written in %s', (entered, day) => {
		expect(asDay(entered)).toEqual(sent(day));
	});

	it.each([
		['soon', 'holds no date'],
		['05.01.2026', 'holds no date'],
		['2026-1-5', 'holds no date'],
		['2026-13-01', 'holds no date'],
		['2026-01-32', 'holds no date'],
		['2026-01-011', 'holds no date'],
		['2026-01-31 garbage', 'holds no date'],
		['2026-01-31T', 'holds no date'],
		['2026-01-31T25:00', 'holds no date'],
		['2026-01-31/2026-02-28', 'holds no date'],
		[['2026-01-31'], 'holds no date'],
		[{ toString: () => '2026-01-31' }, 'holds no date'],
		[7, 'holds no date'],
		[{}, 'holds no date'],
		[new Date(Number.NaN), 'holds no date'],
		['2026-02-29', 'holds a day that does not exist'],
	])('is none in %s', (entered, text) => {
		expect(asDay(entered)).toEqual(problem(text));
	});
});

describe('a month in a filter', () => {
	it.each([
		['2026-01', '2026-01'],
		['2026-01-05T00:00:00', '2026-01'],
	])('is the month written in %s', (entered, month) => {
		expect(asMonth(entered)).toEqual(sent(month));
	});

	it.each(['2026', '2026-13', '26-01', '2026-011', '2026-01 garbage', '2026-01-', ['2026-01']])(
		'is none in %s',
		(entered) => {
			expect(asMonth(entered)).toEqual(problem('holds no month'));
		},
	);
});

describe('a switch in a filter', () => {
	it.each([
		[true, 'true'],
		['False', 'false'],
	])('is sent for %j as %j', (entered, word) => {
		expect(asFlag(entered)).toEqual(sent(word));
	});

	it.each([1, 'yes', {}])('is none in %j', (entered) => {
		expect(asFlag(entered)).toEqual(problem('holds neither true nor false'));
	});
});

describe('ids in a filter', () => {
	it('are one text with commas, each id once', () => {
		expect(asList(' a, b;a\nc ')).toEqual(sent('a,b,c'));
		expect(asList(['a', 'b'])).toEqual(sent('a,b'));
	});

	it('are refused when there are too many', () => {
		expect(asList('a,b,c', 2)).toEqual(problem('holds 3 IDs, more than 2'));
	});
});

describe('a filter that holds nothing', () => {
	it.each([undefined, null, '', ' ', '\u200b', []])(
		'is a problem of each kind, as %j',
		(entered) => {
			const read = [asDay, asMonth, asFlag].map((reader) => reader(entered));

			expect(read).toEqual(Array(3).fill(problem('holds nothing')));
			expect(asList(entered)).toEqual(problem('holds nothing'));
		},
	);

	it.each([undefined, null, '', ' ', '.', '..', './'])(
		'is a problem of a text, as %j',
		(entered) => {
			expect(asText(entered)).toEqual(problem('holds nothing'));
		},
	);
});
