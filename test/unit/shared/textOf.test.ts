import { filledText, textOf } from '../../../nodes/Smile/shared/textOf';

const problem = (text: string) => ({ ok: false, problem: text });

describe('the text of a parameter', () => {
	it.each([
		['as given', 'as given'],
		[' kept ', ' kept '],
		['', ''],
		[undefined, ''],
		[null, ''],
		[42, '42'],
		[0, '0'],
		[1.5, '1.5'],
		[true, 'true'],
		[false, 'false'],
		[10n, '10'],
	])('of %p is %j', (value, text) => {
		expect(textOf(value)).toEqual({ ok: true, value: text });
	});

	it.each([
		[{ a: 1 }, 'holds an object, not text'],
		[new Date(0), 'holds an object, not text'],
		[['a'], 'holds a list, not text'],
		[() => 'a', 'holds an object, not text'],
		[Number.NaN, 'holds a number that is none'],
		[Number.POSITIVE_INFINITY, 'holds a number that is none'],
	])('does not exist for %p', (value, text) => {
		expect(textOf(value)).toEqual(problem(text));
	});
});

describe('a field that must hold something', () => {
	it.each([
		[' acme-1 ', 'acme-1'],
		[7, '7'],
		['...', '...'],
		['.a', '.a'],
		['../a', '../a'],
		['\u200bacme-1\ufeff', 'acme-1'],
	])('gives for %j the text %j', (value, text) => {
		expect(filledText(value)).toEqual({ ok: true, value: text });
	});

	it.each([
		...[undefined, null, '', '  ', '.', '..', ' . ', './', '../', '/', '../..', './ '],
		...['\u200b', '\ufeff', '\u00a0', '\u0085', '\u2060 \u200e', '.\u200b', '..\\', '\\ ..'],
	])('holds nothing with %j', (value) => {
		expect(filledText(value)).toEqual(problem('holds nothing'));
	});

	it('says what it holds instead of text', () => {
		expect(filledText({})).toEqual(problem('holds an object, not text'));
	});
});
