import { isJsonObject } from '../shared/jsonObject';
import { stopIfCancelled } from './cancel';
import type { SmileClient } from './client';
import { isPassing, mayHaveHappened, neverReached, type Failure } from './failure';
import { findMade, type Look } from './findMade';
import { handOut } from './handedOut';
import { inTurn } from './inTurn';
import { pause } from './pause';
import { requestSmile, type SmileRequest } from './request';
import type { Result } from './result';
import { isTooLate, RETRY_PAUSES_MS, spread } from './retry';

/**
 * What may be done after an answer that did not come. `safe`: ask again. `look`: look whether it was done, and if
 * not ask once more. `never`: look, and if it is not there stop. `stop`: stop without a look, as nothing can be
 * looked at.
 */
export type Repeat = 'safe' | 'look' | 'never' | 'stop';

export interface Write extends SmileRequest {
	repeat: Repeat;
	/** Needed for `look`; where it is missing, nothing tells what was made. */
	look?: Look;
	/** The id of what was made, where it is not that of the answer itself. */
	idOf?(data: unknown): unknown;
	/** What equal writes have in common, where the body is too long to compare. */
	turn?: string;
}

export interface Written {
	data: unknown;
	/** The answer was lost, and `data` is the record that was found afterwards. */
	isFound: boolean;
}

/**
 * Has Smile do something that is not to be done twice, as far as its rule allows. Smile has no idempotency key.
 * What never reached Smile is repeated in any case. A failure says `mayBeDone` where Smile may have done it. Equal writes of this process run one after the other, so that
 * none is taken for another.
 */
export async function writeOnce(smile: SmileClient, write: Write): Promise<Result<Written>> {
	const { method, path, query, body, turn } = write;
	return await inTurn(
		turn ?? JSON.stringify([method, path, query, body]),
		async () => await writeInTurn(smile, write),
		smile.signal,
	);
}

async function writeInTurn(smile: SmileClient, write: Write): Promise<Result<Written>> {
	const startedAt = Date.now();
	const began = performance.now();
	let mayRepeat = write.repeat === 'look';
	let wasUnsure = false;
	for (let tries = 0; ; tries += 1) {
		const answer = await requestSmile(smile, write);
		if (answer.ok) return written(answer.data, write.idOf?.(answer.data));

		const { failure } = answer;
		const isUnsure = mayHaveHappened(failure);
		wasUnsure ||= isUnsure;
		const isLast = tries >= RETRY_PAUSES_MS.length || isTooLate(began);
		const mayAskAgain = isPassing(failure) && !isLast;
		if (neverReached(failure) || (isUnsure && write.repeat === 'safe')) {
			if (!mayAskAgain) return failed(failure, wasUnsure);
			await pause(spread(RETRY_PAUSES_MS[tries]), smile.signal);
			continue;
		}
		if (!isUnsure) return failed(failure, wasUnsure);

		// Smile may still be busy with the request.
		await pause(spread(RETRY_PAUSES_MS[Math.min(tries, 1)]), smile.signal);
		stopIfCancelled(smile, { mayHaveHappened: true });
		const finding = write.look && (await findMade(smile, write.look, startedAt));
		if (finding?.kind === 'found') return written(finding.record, undefined, true);
		if (finding?.kind !== 'none' || !mayRepeat || !mayAskAgain) {
			return failed(failure, true);
		}
		mayRepeat = false;
	}
}

function written(data: unknown, idOfIt?: unknown, isFound = false): Result<Written> {
	const id = idOfIt ?? (isJsonObject(data) ? data.id : undefined);
	if (typeof id === 'string') handOut(id);
	return { ok: true, value: { data, isFound } };
}

function failed(failure: Failure, mayBeDone: boolean): Result<Written> {
	return { ok: false, failure: mayBeDone ? { ...failure, mayBeDone } : failure };
}
