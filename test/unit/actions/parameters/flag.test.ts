import { readFlag } from '../../../../nodes/Smile/actions/parameters/flag';
import { fieldNotAdded, fieldWith } from '../../../support/fieldWith';

describe('a switch', () => {
	it.each([
		[true, true],
		[false, false],
		['true', true],
		['FALSE', false],
		[' False ', false],
	])('that holds %j says %j, whatever its preset', (value, said) => {
		expect(readFlag(fieldWith(value), !said)).toBe(said);
	});

	it.each([true, false])('that was not added is as it is preset, %j', (preset) => {
		expect(readFlag(fieldNotAdded, preset)).toBe(preset);
	});

	it.each([undefined, null, '', ' ', []])('that holds %j holds nothing', (value) => {
		expect(() => readFlag(fieldWith(value), true)).toThrow('The field Field holds nothing');
	});

	it.each([0, 1, 'yes', 'on', {}, [true], Number.NaN])('is no switch with %j', (value) => {
		expect(() => readFlag(fieldWith(value), true)).toThrow('holds neither true nor false');
	});
});
