/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command of the project, not a node */
import { AdvisedError } from '../demo/advisedError';
import { textBetweenMarkers, writeBetweenMarkers } from '../support/document';
import { accepted } from './accepted';
import { mutateArguments, usage } from './arguments';
import { changesIn, folderOf, type Change } from './changes';
import { testsFor } from './noticing';
import { LEAST_SHARE, scoresOf, scoreTable, unnoticedTable } from './report';
import { staleAmong } from './reasons';
import { runStryker } from './stryker';
import { filesOf } from './targets';

const PAGE = 'mutation.md';

/** Returns the exit code: 1 when too few changes of a folder are noticed, or a reason has outlived its change. */
async function run(): Promise<number> {
	const options = mutateArguments(process.argv.slice(2));
	if (options.help) {
		console.log(usage);
		return 0;
	}
	const files = filesOf(options.targets, options.since);
	if (files.length === 0) {
		console.log('No file to change.');
		return 0;
	}

	if (options.write) for (const folder of options.targets) textBetweenMarkers(PAGE, folder);

	const tests = options.tests.length > 0 ? options.tests : testsFor(files);
	const changes = changesIn(await runStryker({ ...options, tests, files }), files);
	const unnoticed = changes.filter(({ outcome }) => outcome !== 'noticed');
	console.log(`\n${resultOf(changes, unnoticed)}`);
	if (options.write) for (const folder of options.targets) write(folder, changes, unnoticed);

	const names = files.map((file) => file.replace(/^nodes\/Smile\//, ''));
	const stale = staleAmong(accepted, names, unnoticed);
	for (const { file, was, becomes } of stale) {
		console.log(`test/mutate/accepted.ts: ${file}: "${was}" → "${becomes}" is no longer unnoticed`);
	}
	return stale.length > 0 || scoresOf(changes).some(({ share }) => share < LEAST_SHARE) ? 1 : 0;
}

function resultOf(changes: readonly Change[], unnoticed: readonly Change[]): string {
	const tables = [scoreTable(scoresOf(changes)), unnoticedTable(unnoticed, accepted)];
	return (unnoticed.length > 0 ? tables : tables.slice(0, 1)).join('\n\n');
}

function write(folder: string, changes: readonly Change[], unnoticed: readonly Change[]): void {
	const isOwn = (change: Change) => folderOf(change) === folder;
	writeBetweenMarkers(PAGE, folder, resultOf(changes.filter(isOwn), unnoticed.filter(isOwn)));
}

run().then(
	(code) => (process.exitCode = code),
	(error: Error) => {
		console.error(error instanceof AdvisedError ? error.message : error);
		process.exitCode = 1;
	},
);
