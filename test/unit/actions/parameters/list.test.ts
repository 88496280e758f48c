import { readTexts } from '../../../../nodes/Smile/actions/parameters/list';
import { fieldNotAdded, fieldWith } from '../../../support/fieldWith';

describe('a field for several texts', () => {
	it.each([
		['a, b;a\nc', ['a', 'b', 'c']],
		[
			['a', 7],
			['a', '7'],
		],
	])('of %j has %j', (value, texts) => {
		expect(readTexts(fieldWith(value))).toEqual(texts);
	});

	it('has none when it was not added', () => {
		expect(readTexts(fieldNotAdded)).toEqual([]);
	});

	it.each([undefined, null, '', ' , ', [], [''], '.'])('may not hold nothing, as %j', (value) => {
		expect(() => readTexts(fieldWith(value))).toThrow('The field Field holds nothing');
	});

	it('may hold so many', () => {
		expect(readTexts(fieldWith('a,b'), 2)).toHaveLength(2);
		expect(() => readTexts(fieldWith('a,b,c'), 2)).toThrow('holds 3 entries');
	});

	it('may not hold objects', () => {
		expect(() => readTexts(fieldWith([{ id: 'a' }]))).toThrow('holds an object, not text');
	});
});
