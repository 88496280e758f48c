/**
 * Tests below test, as folders or patterns, that are there to notice a change in a folder of the code. Nearly every
 * other test passes through these folders too, on its way to something else: to try each change with all of them
 * takes hours and notices hardly more.
 */
const noticing: Readonly<Record<string, readonly string[]>> = {
	delivery: [
		'unit/delivery',
		'integration/delivery*.test.ts',
		'integration/{duplicates,filters,sampleRuns,testRuns}.test.ts',
	],
	activation: [
		'unit/activation',
		'integration/activation*.test.ts',
		'integration/{sampleRuns,testRuns,triggerParameters,updatesWithGap,unfinishedUpdates}.test.ts',
	],
	api: [
		'unit/api',
		'integration/{apiFaults,credential,downloadFaults,downloads,listFaults,pacing,providers,sendTest}.test.ts',
		'integration/{webhookCreation,webhookFaults,webhookSecrets,writtenOnce}.test.ts',
		'integration/{cancelledUpdates,updatesWithGap}.test.ts',
		// What it logs, and what a registration does with it where Smile allows one webhook for an address.
		'unit/activation/{createOrReplace,log,putBack}.test.ts',
	],
};

/** The tests for files below the checkout; none, which means all, where a folder has no list. */
export function testsFor(files: readonly string[]): string[] {
	const folders = new Set(files.map((file) => file.split('/')[2]));
	const lists = [...folders].map((folder) => noticing[folder]);
	return lists.some((list) => list === undefined) ? [] : lists.flat();
}
