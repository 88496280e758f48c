import { smileError } from '../../api/errors';
import type { Failure } from '../../api/failure';
import type { SmileClient } from '../../api/client';

/** A failure in the words of the error that it would be, with what to do about it. */
export function failureText(smile: SmileClient, doing: string, failure: Failure): string {
	const { node, credential } = smile;
	const { message, description } = smileError(failure, { node, credential, doing });
	return description ? `${message}. ${description}` : message;
}
