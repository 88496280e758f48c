import { cancelSignal, pause } from './cancel';
import { isPassing, mayHaveHappened } from './failure';
import type { SmileContext } from './request';
import { isTooLate, RETRY_PAUSES_MS, spread } from './retry';
import type { SmileWebhook } from './schemas';
import { listWebhooks, postWebhook, type NewWebhook, type Result } from './webhooks';

/**
 * Creates a webhook, tried again while the failure may pass. Smile has no idempotency key, so after an answer
 * that was lost the list is read first: `findMade` recognises the webhook that the lost request made.
 */
export async function createWebhook(
	context: SmileContext,
	wanted: NewWebhook,
	findMade: (hooks: SmileWebhook[]) => SmileWebhook | undefined,
): Promise<Result<SmileWebhook>> {
	const startedAt = performance.now();
	let result = await postWebhook(context, wanted);
	for (const milliseconds of RETRY_PAUSES_MS) {
		if (result.ok) return result;
		const { failure } = result;
		if (!isPassing(failure) && !mayHaveHappened(failure)) return result;
		const isLast = isTooLate(startedAt);

		await pause(spread(milliseconds), cancelSignal(context));
		if (mayHaveHappened(failure)) {
			const listed = await listWebhooks(context);
			// Without the list a second POST could make a second webhook: better to stop with the error.
			if (!listed.ok) return listed;
			const made = findMade(listed.value);
			if (made) return { ok: true, value: made };
			if (!isPassing(failure)) return result;
		}
		if (isLast) return result;
		result = await postWebhook(context, wanted);
	}
	return result;
}
