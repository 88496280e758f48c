import { readCount } from '../../../../nodes/Smile/actions/parameters/limit';
import { fieldNotAdded, fieldWith } from '../../../support/fieldWith';

describe('a limit', () => {
	it.each([
		[1, 1],
		[50, 50],
		['50', 50],
		[' 7 ', 7],
		[1_000_000, 1_000_000],
	])('of %j is %d', (value, count) => {
		expect(readCount(fieldWith(value))).toBe(count);
	});

	it('that was not added is as it is preset', () => {
		expect(readCount(fieldNotAdded, 50)).toBe(50);
		expect(readCount(fieldNotAdded)).toBeUndefined();
	});

	it.each([
		[undefined, 'holds nothing'],
		[null, 'holds nothing'],
		['', 'holds nothing'],
		[0, 'holds 0'],
		[-1, 'holds -1'],
		[1.5, 'holds 1.5'],
		['-3', 'holds -3'],
		['abc', 'holds no whole number from 1'],
		['1e3', 'holds no whole number from 1'],
		[Number.NaN, 'holds no whole number from 1'],
		[Number.POSITIVE_INFINITY, 'holds no whole number from 1'],
		[1e21, 'holds no whole number from 1'],
		['9'.repeat(30), 'holds no whole number from 1'],
		[true, 'holds no whole number from 1'],
		[[5], 'holds no whole number from 1'],
		[{}, 'holds no whole number from 1'],
	])('may not be %j', (value, problem) => {
		expect(() => readCount(fieldWith(value), 50)).toThrow(
			expect.objectContaining({
				message: `The field Field ${problem}`,
				description: 'Enter a whole number from 1',
			}),
		);
	});
});
