import type { SmileClient } from './client';
import { asFailed, isMissing, mayHaveHappened } from './failure';
import { requestSmile } from './request';
import type { Result } from './result';
import { withRetries } from './retry';

/**
 * Deletes what is at a path, tried again while the failure may pass. `gone` means that Smile did not know it in the
 * first place; when that shows only after a try whose answer was lost, it was this call that deleted it. A try that
 * never reached Smile has deleted nothing. A 404 that is not Smile's own says nothing: then the list decides, where
 * there is one (`isListed`, undefined when unknown). A failure says `mayBeDone` where any try may have been carried out.
 */
export async function removeAt(
	smile: SmileClient,
	path: string,
	isListed: () => Promise<boolean | undefined> = async () => undefined,
): Promise<Result<'deleted' | 'gone'>> {
	let wasUnsure = false;
	const answer = await withRetries(async (onTurn) => {
		const tried = await requestSmile(smile, { method: 'DELETE', path, onTurn });
		wasUnsure ||= !tried.ok && mayHaveHappened(tried.failure);
		return tried;
	}, smile.signal);
	if (answer.ok) return { ok: true, value: 'deleted' };
	const { failure } = answer;
	const isGone = isMissing(failure) || (failure.status === 404 && (await isListed()) === false);
	if (isGone) return { ok: true, value: wasUnsure ? 'deleted' : 'gone' };
	return asFailed(failure, wasUnsure);
}
