import { smileResources } from '../../nodes/Smile/actions/smileResources';
import { circlesIn, importsOfCode } from '../support/imports';
import { linesOf, longerThan } from '../support/linesOf';

/** The folders of the code, each with those it uses; '' holds the nodes themselves. */
const below: Record<string, string[]> = {
	shared: [],
	events: ['shared'],
	api: ['events', 'shared'],
	delivery: ['events', 'shared'],
	recover: ['api', 'events', 'shared'],
	activation: ['api', 'delivery', 'events', 'shared'],
	'actions/parameters': ['api', 'shared'],
	'actions/verbs': ['actions', 'actions/parameters', 'api', 'shared'],
	'actions/resources': [
		'actions',
		'actions/parameters',
		'actions/verbs',
		'api',
		'events',
		'shared',
	],
	'actions/webhook': ['actions', 'actions/parameters', 'api', 'events'],
	'actions/event': [
		'actions',
		'actions/parameters',
		'actions/webhook',
		'api',
		'delivery',
		'events',
		'recover',
		'shared',
	],
	'actions/pickers': ['actions', 'actions/parameters', 'api', 'shared'],
	// Both what an operation is, which the folders above fill in, and what puts their operations together.
	actions: [
		'actions/event',
		'actions/parameters',
		'actions/resources',
		'actions/webhook',
		'api',
		'shared',
	],
	'': ['actions', 'actions/pickers', 'activation', 'api', 'delivery', 'events'],
	credentials: ['api'],
};

const folderOf = (file: string) => file.split('/').slice(0, -1).join('/');

describe('the folders of the code', () => {
	const imports = importsOfCode();
	const arrows = [...imports].flatMap(([file, used]) =>
		used
			.filter((one) => folderOf(one) !== folderOf(file))
			.map((one) => ({ file, one, from: folderOf(file), to: folderOf(one) })),
	);

	it('use only those below them', () => {
		const upward = arrows
			.filter(({ from, to }) => !below[from]?.includes(to))
			.map(({ file, one }) => `${file} → ${one}`);

		expect(imports.size).toBeGreaterThan(250);
		expect(upward).toEqual([]);
	});

	it('use each of those that they are said to use', () => {
		const said = Object.entries(below).flatMap(([from, all]) => all.map((to) => ({ from, to })));
		const unused = said
			.filter(({ from, to }) => !arrows.some((arrow) => arrow.from === from && arrow.to === to))
			.map(({ from, to }) => `${from} → ${to}`);

		expect(unused).toEqual([]);
	});

	it('lead back to none, but for what is around all operations', () => {
		const rows = Object.entries(below).map(([from, all]): [string, string[]] => [
			from,
			from === 'actions' ? [] : all,
		]);

		expect(circlesIn(new Map(rows))).toEqual([]);
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
	const resources = Object.keys(smileResources).map(
		(name) => `nodes/Smile/actions/resources/${name}.ts`,
	);
	/** What Smile has, row by row: events and their records, a resource, the fields of an operation. */
	const isTable = (path: string) =>
		/\/events\/(catalogue|records)\.ts$|\.(inputs|properties)\.ts$/.test(path) ||
		resources.includes(path);

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
