import { filledList, isAdded, readList } from '../../../nodes/Smile/shared/textList';

describe('a field for several texts', () => {
	it.each([
		['a, b;c\n d ', ['a', 'b', 'c', 'd']],
		[' a ', ['a']],
		['a,,a, b', ['a', 'b']],
		[
			['a', ' b ', 'a,c'],
			['a', 'b', 'c'],
		],
		[
			[1, '2', true, undefined, null],
			['1', '2', 'true'],
		],
		[12, ['12']],
		['a, ., ..', ['a']],
	])('gives for %j the list %j', (value, list) => {
		expect(readList(value)).toEqual({ ok: true, value: list });
		expect(filledList(value)).toEqual({ ok: true, value: list });
	});

	it.each([undefined, null, '', ' ', ',', ' , ;\n', [], [''], [undefined, null], '.', '..', [',']])(
		'holds nothing with %j',
		(value) => {
			expect(readList(value)).toEqual({ ok: true, value: [] });
			expect(filledList(value)).toEqual({ ok: false, problem: 'holds nothing' });
		},
	);

	it.each([
		[{ id: 'a' }, 'holds an object, not text'],
		[['a', { id: 'b' }], 'holds an object, not text'],
		[[['a']], 'holds a list, not text'],
		[Number.NaN, 'holds a number that is none'],
	])('says of %p that it %s', (value, problem) => {
		expect(readList(value)).toEqual({ ok: false, problem });
		expect(filledList(value)).toEqual({ ok: false, problem });
	});
});

describe('an option', () => {
	it('was added when its collection has it, even if it holds nothing', () => {
		expect(isAdded({ userIds: undefined }, 'userIds')).toBe(true);
		expect(isAdded({ userIds: '' }, 'userIds')).toBe(true);
		expect(isAdded({}, 'userIds')).toBe(false);
		expect(isAdded({}, 'toString')).toBe(false);
	});
});
