import { tryToParseDateTime } from 'n8n-workflow';

import { pastInstantInput, readInstant } from '../../../../nodes/Smile/actions/parameters/instant';
import { fieldWith } from '../../../support/fieldWith';

const ZONE = 'Asia/Manila';
const instant = (value: unknown) => new Date(readInstant(fieldWith(value), ZONE)).toISOString();

describe('a date and time', () => {
	it.each([
		['2026-03-04T05:06:07Z', '2026-03-04T05:06:07.000Z'],
		[' 2026-03-04T05:06:07.123456Z ', '2026-03-04T05:06:07.123Z'],
		['2026-03-04T05:06:07,5Z', '2026-03-04T05:06:07.500Z'],
		['2026-03-04T05:06:07+02:00', '2026-03-04T03:06:07.000Z'],
		['2026-03-04 05:06:07.1 +0200', '2026-03-04T03:06:07.100Z'],
		['2026-03-04 05:06:07+02', '2026-03-04T03:06:07.000Z'],
		['2026-03-04T05:06', '2026-03-03T21:06:00.000Z'],
		['2026-03-04T05:06:07', '2026-03-03T21:06:07.000Z'],
		['2026-03-04 05:06:07', '2026-03-03T21:06:07.000Z'],
		['2026-03-04', '2026-03-03T16:00:00.000Z'],
		['2026-03-04T05:06:07[Europe/Berlin]', '2026-03-04T04:06:07.000Z'],
		['2026-03-04T05:06:07+01:00[Europe/Berlin]', '2026-03-04T04:06:07.000Z'],
		[new Date('2026-03-04T05:06:07Z'), '2026-03-04T05:06:07.000Z'],
		[tryToParseDateTime('2026-03-04T05:06:07+08:00'), '2026-03-03T21:06:07.000Z'],
	])('of %s is %s', (value, time) => {
		expect(instant(value)).toBe(time);
	});

	it.each([
		...['Ticked box 5', 'yes 2020', 'Maria 12', 'W', '10:30', '03/04/2025', '5 March 2025'],
		...['Tue, 01 Nov 2016 13:23:12 +0630', '2025-01', '2025-W10', '2025-060', '2025-1-1'],
		...['2025-02-29', '2025-02-30 10:00', '2025-01-01T24:00', '2025-01-01T10:60', '2025-01-01T'],
		...['2025-01-01T10:00+99:00', '2025-01-01 garbage', '2025-01-01T10:00[No/Where]'],
		...['2025-01-01T10:00Z[No/Where]', true, [2020], ['2025-01-01'], {}],
		...[{ toString: () => '2025-01-01' }, new Date(Number.NaN)],
	])('is none in %j', (value) => {
		expect(() => instant(value)).toThrow(
			expect.objectContaining({
				message: 'The field Field holds no date and time',
				description: 'Enter a date and time as in 2026-03-04T05:06:07Z',
			}),
		);
	});

	it.each([
		5,
		2020,
		45_720.5,
		1_700_000_000,
		1_700_000_000_000,
		'5',
		'2025',
		'20250101',
		' 1700000000 ',
	])('is not guessed from the number %j', (value) => {
		expect(() => instant(value)).toThrow(
			expect.objectContaining({
				message: 'The field Field holds a number, not a date and time',
				description: expect.stringContaining('DateTime.fromSeconds') as string,
			}),
		);
	});

	it.each([undefined, null, '', ' ', '\u200b'])('is nothing in %j', (value) => {
		expect(() => instant(value)).toThrow('The field Field holds nothing');
	});
});

describe('when a person agreed', () => {
	const { read } = pastInstantInput({ displayName: 'At', name: 'at', description: '' });
	const now = Date.parse('2026-03-04T00:00:00Z');

	it('is sent in UTC and whole seconds', () => {
		const field = fieldWith('2026-03-04 05:06:07.9');

		expect(read(field, { timezone: ZONE, now })).toBe('2026-03-03T21:06:07Z');
	});

	it('is not still to come', () => {
		expect(() => read(fieldWith('2026-03-05'), { timezone: ZONE, now })).toThrow('still to come');
	});
});
