import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../shared/jsonObject';
import { isBlank } from '../shared/textOf';
import type { Answer } from './answer';
import { stopIfCancelled } from './cancel';
import type { SmileClient } from './client';
import { asFailed, isPassing, mayHaveHappened, neverReached, unexpected } from './failure';
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
	/** What was made, out of the data of the answer; undefined where it is not in there. Without, there need be no data. */
	madeIn?(data: unknown): IDataObject | undefined;
	/** What equal writes have in common, where the body is too long to compare. */
	turn?: string;
}

export interface Written {
	data: unknown;
	/** The answer was lost, and `data` is the record that was found afterwards. */
	isFound: boolean;
}

/** A record of Smile's: it has an id, as all have that Smile makes, but for link tokens. */
export function recordIn(data: unknown): IDataObject | undefined {
	if (!isJsonObject(data)) return undefined;
	const { id } = data;
	const hasId = typeof id === 'number' || (typeof id === 'string' && !isBlank(id));
	return hasId ? data : undefined;
}

/**
 * Has Smile do something that is not to be done twice, as far as its rule allows. Smile has no idempotency key.
 * What never reached Smile is repeated in any case. A failure says `mayBeDone` where Smile may have done it. Equal
 * writes of this process run one after the other, so that none is taken for another.
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
		const answer = wholeAnswer(await requestSmile(smile, write), write);
		if (answer.ok) return written(answer.data, (write.madeIn ?? recordIn)(answer.data));

		const { failure } = answer;
		const isUnsure = mayHaveHappened(failure);
		wasUnsure ||= isUnsure;
		const isLast = tries >= RETRY_PAUSES_MS.length || isTooLate(began);
		// A page of something in between, with a success: it may be Smile that answers a moment later.
		const mayPass = isPassing(failure) || failure.kind === 'unreadable';
		const mayAskAgain = mayPass && !isLast;
		if (neverReached(failure) || (isUnsure && write.repeat === 'safe')) {
			if (!mayAskAgain) return asFailed(failure, wasUnsure);
			await pause(spread(RETRY_PAUSES_MS[tries]), smile.signal);
			continue;
		}
		if (!isUnsure) return asFailed(failure, wasUnsure);

		// Smile may still be busy with the request.
		await pause(spread(RETRY_PAUSES_MS[Math.min(tries, 1)]), smile.signal);
		stopIfCancelled(smile, { mayHaveHappened: true });
		const finding = write.look && (await findMade(smile, write.look, startedAt));
		if (finding?.kind === 'found') return written(finding.record, finding.record, true);
		if (finding?.kind !== 'none' || !mayRepeat || !mayAskAgain) {
			return asFailed(failure, true);
		}
		mayRepeat = false;
	}
}

/** A success without what was to be made is as unsure as none. */
function wholeAnswer(answer: Answer, { madeIn }: Write): Answer {
	if (!answer.ok || !madeIn || madeIn(answer.data)) return answer;
	return { ok: false, failure: unexpected('what was to be made is not in it') };
}

function written(data: unknown, made?: IDataObject, isFound = false): Result<Written> {
	if (typeof made?.id === 'string') handOut(made.id);
	return { ok: true, value: { data, isFound } };
}
