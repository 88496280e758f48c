import type { IHookFunctions } from 'n8n-workflow';

/**
 * What this process knows of the addresses it registers. n8n 2.41 calls delete() with the mode "internal" in
 * three cases, which only the address tells apart: after a test run, after an activation that failed, and to
 * unpublish a workflow.
 */
const testRuns = new Set<string>();
const unfinished = new Set<string>();

/** Notes that the node is being registered, until `finishActivation`; says whether for a test event. */
export function beginActivation(context: IHookFunctions, address: string): { isTest: boolean } {
	unfinished.add(address);
	const isTest = context.getMode() === 'manual';
	if (isTest) testRuns.add(address);
	return { isTest };
}

/** Notes that Smile has the webhook. */
export function finishActivation(address: string): void {
	unfinished.delete(address);
}

/**
 * What a deletion is for; the test run or the failed activation ends with this call.
 * Only `unpublished` may throw: after a test run n8n leaves the error unhandled, and after a failed activation
 * it keeps its own webhook row, so that publishing again says "published" and registers nothing.
 */
export function endActivation(address: string): 'test run' | 'failed activation' | 'unpublished' {
	const isUnfinished = unfinished.delete(address);
	if (testRuns.delete(address)) return 'test run';
	return isUnfinished ? 'failed activation' : 'unpublished';
}
