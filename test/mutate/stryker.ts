/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals -- a command of the project, not a node */
import type { PartialStrykerOptions } from '@stryker-mutator/api/core';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MutationReport } from './changes';

const checkout = join(__dirname, '..', '..');
/** Git ignores this folder. */
const folder = 'coverage/mutation';
const REPORT = 'report.json';

export interface RunOptions {
	/** Files below the checkout. */
	files: string[];
	/** Folders or files below test; none: all that can notice a change. */
	tests: string[];
	concurrency?: number;
	/** Keep the results of the last run for what neither its code nor its tests have changed since. */
	incremental: boolean;
}

function strykerOptions(
	{ files, tests, concurrency, incremental }: RunOptions,
	passing: string,
): PartialStrykerOptions {
	return {
		mutate: files,
		plugins: ['@stryker-mutator/jest-runner', join(__dirname, 'testRunner.mjs')],
		testRunner: 'jest-file-by-file',
		jest: {
			configFile: 'test/mutate/jest/config.js',
			config: tests.length > 0 ? { testMatch: tests.map(matcherOf) } : {},
			enableFindRelatedTests: false,
		},
		coverageAnalysis: 'perTest',
		// Tests wait a good deal, so one process more than there are processors has work.
		concurrency: concurrency ?? availableParallelism() + 1,
		// A process that has shared its libraries for long grows; starting one takes seconds.
		maxTestRunnerReuse: 200,
		// Not in the checkout, where jest and the linter would take the changed copy for more sources.
		tempDirName: join(passing, 'copies'),
		cleanTempDir: 'always',
		disableTypeChecks: false,
		// For loops without end; a wait without end is noticed by jest, see testRunner.mjs.
		timeoutMS: 60_000,
		timeoutFactor: 3,
		dryRunTimeoutMinutes: 60,
		incremental,
		incrementalFile: `${folder}/incremental.json`,
		reporters: ['progress-append-only', 'json', 'html'],
		jsonReporter: { fileName: join(passing, REPORT) },
		htmlReporter: { fileName: `${folder}/report.html` },
		ignorePatterns: ['/dist', '/coverage', '/docs/images', '/test/e2e', '/test/browser'],
		warnings: false,
		allowConsoleColors: false,
	};
}

function matcherOf(path: string): string {
	return `<rootDir>/test/${path.endsWith('.ts') ? path : `${path}/**/*.test.ts`}`;
}

/** Changes the files, one change at a time, runs the tests that reach it, and returns what became of each. */
export async function runStryker(options: RunOptions): Promise<MutationReport> {
	const passing = await mkdtemp(join(tmpdir(), 'n8n-nodes-smile-mutate-'));
	try {
		const configFile = join(passing, 'options.json');
		await writeFile(configFile, JSON.stringify(strykerOptions(options, passing)));
		await stryker('run', configFile);
		return JSON.parse(await readFile(join(passing, REPORT), 'utf8')) as MutationReport;
	} finally {
		await rm(passing, { recursive: true, force: true });
	}
}

async function stryker(...args: string[]): Promise<void> {
	const manifest = createRequire(__filename).resolve('@stryker-mutator/core/package.json');
	const command = join(dirname(manifest), 'bin', 'stryker.js');
	const child = spawn(process.execPath, [command, ...args], { cwd: checkout, stdio: 'inherit' });
	const code = await new Promise((resolve, reject) =>
		child.on('exit', resolve).on('error', reject),
	);
	if (code !== 0) throw new Error(`Stryker ended with exit code ${String(code)}`);
}
