import type { SmileClient } from './client';
import { isMissing } from './failure';
import { requestSmile } from './request';
import type { Result } from './result';
import { withRetries } from './retry';

/**
 * Deletes what is at a path, tried again while the failure may pass. `gone` means that Smile did not know it in the
 * first place; when that shows only after a try whose answer was lost, it was this call that deleted it. A 404 that
 * is not Smile's own says nothing: then the list decides, where there is one (`isListed`, undefined when unknown).
 */
export async function removeAt(
	smile: SmileClient,
	path: string,
	isListed: () => Promise<boolean | undefined> = async () => undefined,
): Promise<Result<'deleted' | 'gone'>> {
	let tries = 0;
	const answer = await withRetries(async (onTurn) => {
		tries += 1;
		return await requestSmile(smile, { method: 'DELETE', path, onTurn });
	}, smile.signal);
	if (answer.ok) return { ok: true, value: 'deleted' };
	const { failure } = answer;
	const isGone = isMissing(failure) || (failure.status === 404 && (await isListed()) === false);
	if (!isGone) return answer;
	return { ok: true, value: tries > 1 ? 'deleted' : 'gone' };
}
