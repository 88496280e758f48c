import { flag } from '../../../nodes/Smile/shared/flag';

describe('a switch', () => {
	it.each([true, 'true', 'TRUE', ' True '])('is on for %j', (value) => {
		expect(flag(value)).toBe(true);
	});

	it.each([false, 'false', 'FALSE', ' False '])('is off for %j', (value) => {
		expect(flag(value)).toBe(false);
	});

	it.each([undefined, null, '', 'yes', 'no', 'truefalse', 'true false', '1', 0, 1, [], [true], {}])(
		'is neither for %j',
		(value) => {
			expect(flag(value)).toBeUndefined();
		},
	);
});
