import { mutateArguments } from '../../mutate/arguments';
import { testsFor } from '../../mutate/noticing';
import { filesOf } from '../../mutate/targets';
import { matchingTests } from '../../support/matchingTests';

describe('the files to change', () => {
	it('are those of folders and files, named from the checkout or from the nodes', () => {
		const api = filesOf(['api']);

		expect(api).toContain('nodes/Smile/api/paginate.ts');
		expect(filesOf(['nodes/Smile/api/'])).toEqual(api);
		expect(filesOf(['api/paginate.ts', 'api/paginate.ts', './nodes/Smile/api/pace.ts'])).toEqual([
			'nodes/Smile/api/pace.ts',
			'nodes/Smile/api/paginate.ts',
		]);
	});

	it('hold no previews and no metadata', () => {
		expect(filesOf(['.']).filter((file) => !file.endsWith('.ts'))).toEqual([]);
	});

	it('exist', () => {
		expect(() => filesOf(['apj'])).toThrow('There is no nodes/Smile/apj');
	});
});

describe('the tests that are run', () => {
	it.each(['delivery', 'activation', 'api'])('for %s exist', (folder) => {
		const tests = testsFor(filesOf([folder]));

		expect(tests).toContain(`unit/${folder}`);
		for (const test of tests) {
			expect([test, matchingTests(test)]).not.toEqual([test, []]);
		}
	});

	it('are all where a folder has no list', () => {
		expect(testsFor(filesOf(['api', 'events']))).toEqual([]);
	});

	it('are those of each folder', () => {
		expect(testsFor(filesOf(['api', 'delivery']))).toEqual(
			expect.arrayContaining(['unit/api', 'unit/delivery']),
		);
	});
});

describe('the command line', () => {
	it('stands for the folders whose changes must be noticed', () => {
		expect(mutateArguments([])).toMatchObject({
			targets: ['delivery', 'activation', 'api'],
			tests: [],
			write: false,
		});
	});

	it('takes a list of tests and a number of processes', () => {
		const options = ['api', '--tests', 'unit/api,integration/pacing.test.ts', '--concurrency', '3'];

		expect(mutateArguments(options)).toMatchObject({
			targets: ['api'],
			tests: ['unit/api', 'integration/pacing.test.ts'],
			concurrency: 3,
		});
	});

	it.each([
		['--concurrency', '0'],
		['--concurrency', 'x'],
		['--concurrency', '1.5'],
	])('refuses %s %s', (...options) => {
		expect(() => mutateArguments(options)).toThrow('a whole number from 1');
	});

	it.each([
		['--since', 'main'],
		['--tests', 'unit/api'],
	])('writes no page after a run with %s', (...options) => {
		expect(() => mutateArguments(['--write', ...options])).toThrow('--write is for whole runs');
	});
});
