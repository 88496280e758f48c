import type { SmileClient } from '../api/client';
import type { OrThrow } from '../api/errors';
import { asFailed, mayHaveHappened } from '../api/failure';
import type { Result } from '../api/result';
import { nodeError, tell } from './nodeError';

export interface Writing {
	smile: SmileClient;
	orThrow: OrThrow;
	/** As in "could not …". */
	doing: string;
	/** How a person finds out what Smile did, as whole sentences; made when it has failed. */
	lookUp: string | (() => string);
	/** Whether an earlier request of the same item has changed something. */
	hasBegun?: boolean;
}

/**
 * Makes a request that changes something at Smile. Where Smile may have done it although no answer came, or because
 * the execution was cancelled meanwhile, the error says so: whoever runs the item again would do it twice.
 */
export async function write<Value>(
	{ smile, orThrow, doing, lookUp, hasBegun = false }: Writing,
	request: () => Promise<Result<Value>>,
): Promise<Value> {
	try {
		return orThrow(asWritten(await request()), doing);
	} catch (error) {
		const thrown = nodeError(smile.node, error);
		const advice = typeof lookUp === 'string' ? lookUp : lookUp();
		if (smile.signal?.aborted) {
			thrown.description = `Smile may have done this all the same: ${doing}. ${advice}`;
		} else if (hasBegun || thrown.context.mayHaveHappened === true) {
			tell(thrown, advice);
			thrown.context.mayHaveHappened = true;
		}
		throw thrown;
	}
}

/** The result of a write: a failure of it also says whether Smile may have done it all the same. */
function asWritten<Value>(result: Result<Value>): Result<Value> {
	return result.ok ? result : asFailed(result.failure, mayHaveHappened(result.failure));
}
