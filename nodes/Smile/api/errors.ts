import { NodeApiError, type ICredentialDataDecryptedObject, type INode } from 'n8n-workflow';

import type { Failure } from './failure';
import type { Result } from './result';
import { toldOf } from './sentences';

const MAY_BE_DONE =
	'Smile may have done it all the same. Look there before you run this again, as it would then be done twice.';

const BY_INVITATION =
	'Smile gives access to this part of its API by invitation; without one it may answer so to everything.';

export interface ErrorPlace {
	node: INode;
	credential: ICredentialDataDecryptedObject;
	/** What was being done, as in "could not …". */
	doing: string;
	itemIndex?: number;
	/** After a failed activation n8n 1 shows the description alone, so it then repeats the message. */
	isActivation?: boolean;
}

/** Unpacks a result, or throws an error that says what could not be done, as in "could not …". */
export type OrThrow = <Value>(result: Result<Value>, doing: string) => Value;

/** How results are unpacked at a place, which is asked for only once something has failed. */
export function throwingAt(placeOf: () => Omit<ErrorPlace, 'doing'>): OrThrow {
	return (result, doing) => {
		if (result.ok) return result.value;
		throw smileError(result.failure, { ...placeOf(), doing });
	};
}

/**
 * An n8n error for a failed call. After a failed activation n8n 2.41 shows the message alone, so Smile's code,
 * text and request id stand in it. It is made of words only: n8n's own HTTP error holds the key.
 */
export function smileError(failure: Failure, place: ErrorPlace): NodeApiError {
	const { what, todo: advice } = toldOf(failure, place.credential);
	const isClosed = failure.isByInvitation && (failure.status === 403 || failure.status === 404);
	// Publishing again looks at what is there; nothing is done twice by it.
	const isDoubt = failure.mayBeDone && !place.isActivation;
	const todo = [isDoubt && MAY_BE_DONE, isClosed && BY_INVITATION, advice]
		.filter(Boolean)
		.join(' ');
	const message = `Could not ${place.doing}: ${what}`;
	const error = new NodeApiError(
		place.node,
		{ message },
		{
			message,
			description: place.isActivation ? `${message}. ${todo}` : todo,
			httpCode: failure.status === undefined ? undefined : String(failure.status),
			itemIndex: place.itemIndex,
		},
	);
	if (failure.mayBeDone) error.context.mayHaveHappened = true;
	return error;
}
