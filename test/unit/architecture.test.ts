import { circlesIn, importsOfNodes } from '../support/imports';
import { linesOf, longerThan } from '../support/linesOf';

/** The folders of nodes/Smile, each with those it may use. */
const below: Record<string, string[]> = {
	shared: [],
	events: ['shared'],
	api: ['events', 'shared'],
	delivery: ['api', 'events', 'shared'],
	recover: ['api', 'events', 'shared'],
	activation: ['api', 'delivery', 'events', 'shared'],
	actions: ['api', 'delivery', 'events', 'recover', 'shared'],
};

const folderOf = (file: string) => (file.includes('/') ? file.split('/')[0] : '');

describe('the folders of the nodes', () => {
	const imports = importsOfNodes();

	it('use only those below them', () => {
		const upward = [...imports].flatMap(([file, used]) => {
			const folder = folderOf(file);
			if (folder === '') return [];
			const allowed = [folder, ...(below[folder] ?? [])];
			return used
				.filter((one) => !allowed.includes(folderOf(one)))
				.map((one) => `${file} → ${one}`);
		});

		expect(imports.size).toBeGreaterThan(150);
		expect(upward).toEqual([]);
	});

	it('hold no files that use each other, not even for their types', () => {
		expect(circlesIn(imports).map((circle) => circle.join(' → '))).toEqual([]);
	});

	it.each([
		[{ a: ['b'], b: ['c'], c: [] }, 0],
		[{ a: ['b'], b: ['c'], c: ['a'] }, 1],
		[{ a: ['a'] }, 1],
	])('a circle is seen in %j', (graph, count) => {
		expect(circlesIn(new Map(Object.entries<string[]>(graph)))).toHaveLength(count);
	});
});

describe('a file', () => {
	/** What Smile has, row by row: events and their records, what a resource can do, the fields of an operation. */
	const isTable = (path: string) =>
		/(^|\/)(catalogue|records)\.ts$|\.(inputs|properties)\.ts$|\/actions\/resources\//.test(path);

	it.each(['nodes', 'credentials'])(
		'of code in %s has 150 lines at most, but for tables',
		(folder) => {
			const code = new Map([...linesOf(folder)].filter(([path]) => !isTable(path)));

			expect(code.size).toBeGreaterThan(0);
			expect(longerThan(code, 150)).toEqual([]);
		},
	);

	it('of tests has 250 lines at most', () => {
		const tests = linesOf('test');

		expect(tests.size).toBeGreaterThan(300);
		expect(longerThan(tests, 250)).toEqual([]);
	});

	it('that is too long is named with its length', () => {
		expect(
			longerThan(
				new Map([
					['a.ts', 3],
					['b.ts', 2],
				]),
				2,
			),
		).toEqual(['a.ts: 3']);
	});
});
