/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a command of the project, not a node */
import { parseArgs } from 'node:util';
import { AdvisedError } from '../demo/advisedError';

export interface MutateArguments {
	/** Folders or files below nodes/Smile. */
	targets: string[];
	since?: string;
	/** Folders or files below test; none: those that are there for the folder. */
	tests: string[];
	incremental: boolean;
	concurrency?: number;
	write: boolean;
	help: boolean;
}

const DEFAULT_TARGETS = ['delivery', 'activation', 'api'];

export const usage = `Usage: npm run mutate -- [folder or file below nodes/Smile …] [options]

  Without a folder: ${DEFAULT_TARGETS.join(', ')}.

  --since REV       only files that differ from this revision of git
  --tests PATHS     only these folders or files below test, with commas, such as unit/delivery
                    (default: those that test/mutate/noticing.ts names for the folder)
  --incremental     keep results of the last run where neither code nor tests have changed
  --concurrency N   processes side by side (default: one more than processors)
  --write           put the result of these whole folders into docs/mutation.md
  --help            show this text`;

/** Reads the command line; throws a sentence for whoever typed it. */
export function mutateArguments(args: string[]): MutateArguments {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			since: { type: 'string' },
			tests: { type: 'string', default: '' },
			incremental: { type: 'boolean', default: false },
			concurrency: { type: 'string' },
			write: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const tests = values.tests.split(',').filter((path) => path !== '');
	if (values.write && (values.since !== undefined || tests.length > 0)) {
		throw new AdvisedError('--write is for whole runs: leave out --since and --tests.');
	}
	return {
		...values,
		targets: positionals.length > 0 ? positionals : DEFAULT_TARGETS,
		tests,
		concurrency: countOf(values.concurrency),
	};
}

function countOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const count = Number(text);
	if (Number.isInteger(count) && count >= 1) return count;
	throw new AdvisedError(`--concurrency takes a whole number from 1, not "${text}".`);
}
