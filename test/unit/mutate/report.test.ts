import { reasonFor, staleAmong, type Accepted } from '../../mutate/reasons';
import { changesIn, type Change, type MutationReport } from '../../mutate/changes';
import { scoresOf, scoreTable, unnoticedTable } from '../../mutate/report';

const source = ['const a = first() &&', '\tsecond();', 'return `${a}|`;', ''].join('\n');

function mutant(status: string, [line, column]: number[], [toLine, toColumn]: number[]) {
	return {
		mutatorName: 'ConditionalExpression',
		replacement: 'true',
		status,
		location: { start: { line, column }, end: { line: toLine, column: toColumn } },
	};
}

const report: MutationReport = {
	files: {
		'nodes/Smile/api/one.ts': {
			source,
			mutants: [
				mutant('NoCoverage', [3, 8], [3, 15]),
				mutant('Survived', [1, 11], [2, 10]),
				mutant('Killed', [1, 11], [1, 18]),
			],
		},
		'nodes/Smile/api/two.ts': { source, mutants: [mutant('Timeout', [1, 1], [1, 2])] },
		'nodes/Smile/delivery/three.ts': { source, mutants: [mutant('RuntimeError', [1, 1], [1, 2])] },
		'nodes/Smile/delivery/notAsked.ts': { source, mutants: [mutant('Survived', [1, 1], [1, 2])] },
	},
};
const asked = ['nodes/Smile/api/one.ts', 'nodes/Smile/api/two.ts', 'nodes/Smile/delivery/three.ts'];
const changes = changesIn(report, asked);
const survivor: Change = {
	file: 'api/one.ts',
	line: 1,
	mutator: 'ConditionalExpression',
	was: 'first() && second()',
	becomes: 'true',
	outcome: 'survived',
};
const entry: Accepted = {
	file: 'api/one.ts',
	mutator: 'ConditionalExpression',
	was: 'first() && second()',
	becomes: 'true',
	why: 'second() is always true',
};

describe('the report of changed code', () => {
	it('lists the changes of the files that were asked for, by line, with the code on one line', () => {
		expect(changes.map(({ file, line, was, outcome }) => [file, line, was, outcome])).toEqual([
			['api/one.ts', 1, 'first() && second()', 'survived'],
			['api/one.ts', 1, 'first()', 'noticed'],
			['api/one.ts', 3, '`${a}|`', 'not run'],
			['api/two.ts', 1, 'c', 'noticed'],
			['delivery/three.ts', 1, 'c', 'noticed'],
		]);
	});

	it('does not guess at an outcome that it does not know', () => {
		const strange = {
			'nodes/Smile/api/one.ts': { source, mutants: [mutant('New', [1, 1], [1, 2])] },
		};

		expect(() => changesIn({ files: strange }, asked)).toThrow('reports a change as New');
	});

	it('counts for each folder what was noticed, code that cannot be loaded among it', () => {
		expect(scoresOf(changes)).toEqual([
			{ folder: 'api', changes: 4, noticed: 2, share: 50 },
			{ folder: 'delivery', changes: 1, noticed: 1, share: 100 },
		]);
		expect(scoreTable(scoresOf(changes))).toMatch(/\| api +\| 4 +\| 2 +\| 50\.0 % +\| NO +\|/);
	});

	it('says where a change went unnoticed, and why that is left', () => {
		const unnoticed = changes.filter(({ outcome }) => outcome !== 'noticed');

		const lines = unnoticedTable(unnoticed, [entry]).split('\n');

		expect(lines[2]).toMatch(/`first\(\) && second\(\)` \| `true` \| second\(\) is always true/);
		expect(lines[3]).toContain('| api/one.ts:3 ');
		expect(lines[3]).toContain('`´${a}\\|´`');
		expect(lines[3]).toContain('no test runs this');
		expect(unnoticedTable(unnoticed, [])).toContain('to be looked at');
	});
});

describe('the reason for which an unnoticed change is left', () => {
	it('belongs to one change of one file, wherever its line is now', () => {
		expect(reasonFor({ ...survivor, line: 40 }, [entry])).toBe(entry.why);
		for (const other of [
			{ file: 'api/two.ts' },
			{ mutator: 'BlockStatement' },
			{ was: 'first()' },
			{ becomes: 'false' },
		]) {
			expect(reasonFor({ ...survivor, ...other }, [entry])).toBeUndefined();
		}
	});

	it('is stale once the change is noticed, but not when its file was not looked at', () => {
		expect(staleAmong([entry], ['api/one.ts'], [survivor])).toEqual([]);
		expect(staleAmong([entry], ['api/one.ts'], [])).toEqual([entry]);
		expect(staleAmong([entry], ['api/two.ts'], [])).toEqual([]);
	});
});
