import { readFileSync, writeFileSync } from 'node:fs';
import {
	commonTokens,
	declareFactoryPlugin,
	PluginKind,
	tokens,
} from '@stryker-mutator/api/plugin';
import { MutantRunStatus } from '@stryker-mutator/api/test-runner';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';

/** Written by the process of the first run, read by all; Stryker's processes run in the copied checkout. */
const TIMES_FILE = 'test-times.json';

/** For a test of unchanged code, however busy the machine is. */
const PATIENCE_MS = 600_000;
/** A test that takes so much longer than the slowest one of its file with unchanged code waits for what will not come. */
const LEAST_WAIT_MS = 10_000;
const WAIT_FACTOR = 2;

/**
 * Stryker's own jest runner loads every test file for every change, and goes on after a failure. This one tries a change
 * with one test file after the other, the cheapest first, only those that reach the change, until one fails.
 */
class FileByFileRunner {
	#jest;
	#files = undefined;
	#times = undefined;

	constructor(jest) {
		this.#jest = jest;
		const { jestTestAdapter } = jest;
		jest.jestTestAdapter = {
			run: async (settings) => await jestTestAdapter.run({ ...settings, testFiles: this.#files }),
		};
	}

	async init() {
		await this.#jest.init();
	}

	capabilities() {
		return this.#jest.capabilities();
	}

	async dryRun(options) {
		this.#files = undefined;
		this.#jest.jestConfig.testTimeout = PATIENCE_MS;
		const result = await this.#jest.dryRun(options);
		const times = (result.tests ?? []).map(({ id, fileName, timeSpentMs }) => ({
			id,
			fileName,
			timeSpentMs,
		}));
		writeFileSync(TIMES_FILE, JSON.stringify(times));
		return result;
	}

	async mutantRun(options) {
		this.#times ??= JSON.parse(readFileSync(TIMES_FILE, 'utf8'));
		let tried = 0;
		for (const { file, ids, slowest } of this.#plan(options)) {
			this.#files = [file];
			this.#jest.jestConfig.testTimeout = LEAST_WAIT_MS + WAIT_FACTOR * slowest;
			const result = await this.#jest.mutantRun({ ...options, testFilter: ids });
			if (result.status !== MutantRunStatus.Survived) return result;
			tried += result.nrOfTests;
		}
		return { status: MutantRunStatus.Survived, nrOfTests: tried };
	}

	/** The files to try, and in each the tests that reach the change; all tests for what happens while modules load. */
	#plan({ testFilter, activeMutant }) {
		const wanted = testFilter && new Set(testFilter);
		const plan = new Map();
		for (const { id, fileName, timeSpentMs } of this.#times) {
			if (wanted && !wanted.has(id)) continue;
			const entry = plan.get(fileName) ?? {
				file: fileName,
				ids: wanted && [],
				millis: 0,
				slowest: 0,
			};
			entry.ids?.push(id);
			entry.millis += timeSpentMs;
			entry.slowest = Math.max(entry.slowest, timeSpentMs);
			plan.set(fileName, entry);
		}
		const own = ownTestOf(activeMutant.fileName);
		const rank = ({ file, millis }) => (file.endsWith(own) ? -1 : millis);
		return [...plan.values()].sort((one, other) => rank(one) - rank(other));
	}
}

/** nodes/Smile/delivery/respond.ts → unit/delivery/respond.test.ts */
function ownTestOf(fileName) {
	const [, below] = fileName.split('/nodes/Smile/');
	return `/unit/${below.replace(/\.ts$/, '.test.ts')}`;
}

const [{ factory: jestFactory }] = jestPlugins;

createRunner.inject = tokens(commonTokens.injector);
function createRunner(injector) {
	return new FileByFileRunner(injector.injectFunction(jestFactory));
}

export const strykerPlugins = [
	declareFactoryPlugin(PluginKind.TestRunner, 'jest-file-by-file', createRunner),
];
