import { NodeOperationError } from 'n8n-workflow';

import type { SmileClient, SmileContext } from './smileClient';

/** The signal of a cancelled execution; activation and the editor's lists have none. */
export function cancelSignal(context: SmileContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** Whether somebody stopped the execution. n8n does not end a running node by itself. */
export function isCancelled(context: SmileContext): boolean {
	return cancelSignal(context)?.aborted === true;
}

/**
 * Throws a NodeOperationError when somebody stopped the execution. It says so where a request was under way that
 * changes something at Smile.
 */
export function stopIfCancelled(
	{ node, signal }: SmileClient,
	{ mayHaveHappened = false }: { mayHaveHappened?: boolean } = {},
): void {
	if (!signal?.aborted) return;
	throw new NodeOperationError(node, 'The execution was cancelled', {
		description: mayHaveHappened
			? 'Smile may have done what was asked all the same. Look there before you run this again.'
			: 'Nothing more was asked of Smile.',
	});
}
