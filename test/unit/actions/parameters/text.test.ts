import {
	readExactText,
	readRequiredText,
	readText,
} from '../../../../nodes/Smile/actions/parameters/text';
import { fieldNotAdded, fieldWith } from '../../../support/fieldWith';

describe('a text', () => {
	it.each([
		[' as given ', 'as given'],
		[7, '7'],
		[true, 'true'],
		[null, ''],
		[undefined, ''],
	])('of %j is %j', (value, text) => {
		expect(readText(fieldWith(value))).toBe(text);
	});

	it('that was not added is empty', () => {
		expect(readText(fieldNotAdded)).toBe('');
	});

	it('keeps its spaces where they may be meant', () => {
		expect(readExactText(fieldWith(' dummy '))).toBe(' dummy ');
	});

	it.each([
		[{ a: 1 }, 'holds an object, not text'],
		[['a'], 'holds a list, not text'],
	])('does not exist for %j', (value, problem) => {
		expect(() => readText(fieldWith(value))).toThrow(`The field Field ${problem}`);
	});
});

describe('a text that must be there', () => {
	it.each([
		['a', { most: 1 }],
		['😀', { most: 1 }],
		['ab', { least: 2, most: 2 }],
		['A-z ~!', { most: 9, isAscii: true }],
	])('may be %j under %j', (value, rules) => {
		expect(readRequiredText(fieldWith(value), rules)).toBe(value);
	});

	it.each([
		[' ', { most: 9 }, 'holds nothing', 'Enter 1 to 9 characters'],
		[undefined, { most: 9 }, 'holds nothing', 'Enter 1 to 9 characters'],
		['\u200b \ufeff', { most: 9 }, 'holds nothing', 'Enter 1 to 9 characters'],
		['abc', { most: 2 }, 'holds 3 characters', 'Enter 1 to 2 characters'],
		['a', { least: 3, most: 3 }, 'holds 1 character', 'Enter 3 characters'],
		['é', { most: 9, isAscii: true }, 'holds a character that Smile does not take', 'accents'],
	])('may not be %j under %j', (value, rules, problem, todo) => {
		expect(() => readRequiredText(fieldWith(value), rules)).toThrow(
			expect.objectContaining({
				message: `The field Field ${problem}`,
				description: expect.stringContaining(todo) as string,
			}),
		);
	});
});
