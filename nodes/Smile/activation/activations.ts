import type { IHookFunctions } from 'n8n-workflow';

import { ownerOf } from './owners';

/**
 * What this process knows of the addresses it registers. n8n 2.41 calls delete() with the mode "internal" in
 * three cases, which only workflow and address tell apart: after a test run, after an activation that failed, and
 * to unpublish a workflow.
 */
const testRuns = new Set<string>();
const unfinished = new Set<string>();

/** A copy of a workflow may have the address of the original. */
function keyOf(context: IHookFunctions, address: string): string {
	return `${ownerOf(context)} ${address}`;
}

/** Notes that the node is being registered, until `finishActivation`; says whether for a test event. */
export function beginActivation(context: IHookFunctions, address: string): { isTest: boolean } {
	const key = keyOf(context, address);
	unfinished.add(key);
	const isTest = context.getMode() === 'manual';
	if (isTest) testRuns.add(key);
	return { isTest };
}

/** Notes that Smile has the webhook. */
export function finishActivation(context: IHookFunctions, address: string): void {
	unfinished.delete(keyOf(context, address));
}

/**
 * What a deletion is for; the test run or the failed activation ends with this call.
 * Only `unpublished` may throw: after a test run n8n leaves the error unhandled, and after a failed activation
 * it keeps its own webhook row, so that publishing again says "published" and registers nothing.
 */
export function endActivation(
	context: IHookFunctions,
	address: string,
): 'test run' | 'failed activation' | 'unpublished' {
	const key = keyOf(context, address);
	const isUnfinished = unfinished.delete(key);
	if (testRuns.delete(key)) return 'test run';
	return isUnfinished ? 'failed activation' : 'unpublished';
}
