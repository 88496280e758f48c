import { doneBefore } from '../../../nodes/Smile/actions/doneBefore';

const results = (count: number) =>
	Array.from({ length: count }, (_unused, place) => ({ json: { id: `w-${place + 1}` } }));

describe('what was done before an error', () => {
	it('is nothing to speak of for the first item', () => {
		expect(doneBefore([])).toBe('');
	});

	it('is named by the ids of the results', () => {
		expect(doneBefore(results(2))).toMatch(/^Done before this: w-1, w-2\. /);
	});

	it.each([
		[{ userId: 'u-1', accessToken: 'x' }, 'u-1'],
		[{ id: 'i-1', userId: 'u-1' }, 'i-1'],
		[{ id: 7 }, '7'],
		[{ id: null, archiveId: 'archive-1', userId: 'u-1' }, 'archive-1'],
		[{ id: '', accountId: 'a-1', userId: 'u-1' }, 'a-1'],
	])('is named by the id that %j has', (json, id) => {
		expect(doneBefore([{ json }])).toContain(`Done before this: ${id}. `);
	});

	it.each([[{ success: true }], [{ id: [] }], [{ id: ' ' }]])(
		'is named by its place where a result has no id: %j',
		(json) => {
			expect(doneBefore([...results(1), { json }])).toContain('w-1, result 2.');
		},
	);

	it('is counted beyond a hundred', () => {
		expect(doneBefore(results(100))).toMatch(/w-100\. /);
		expect(doneBefore(results(120))).toMatch(/w-100 and 20 more\. /);
	});
});
