import type { SmileClient } from './client';
import { asFailed, isPassing, mayHaveHappened, unexpected } from './failure';
import { handOut, isHandedOut } from './handedOut';
import { inTurn } from './inTurn';
import { pause } from './pause';
import type { Result } from './result';
import { isTooLate, RETRY_PAUSES_MS, spread } from './retry';
import type { SmileWebhook } from './schemas';
import { listWebhooks, postWebhook, type NewWebhook } from './webhooks';
import { byAge, hasSettings } from './webhookSettings';

/**
 * Creates a webhook, tried again while the failure may pass. Smile has no idempotency key, so after every answer
 * that was lost the list is read: what equals the wanted one and is not among `known`, the ids that were there
 * before, is what the lost request made. Equal webhooks are created one after the other, lest one be taken for
 * another's. A failure says `mayBeDone` where any of the requests may have made one.
 */
export async function createWebhook(
	smile: SmileClient,
	wanted: NewWebhook,
	known: ReadonlySet<string>,
): Promise<Result<SmileWebhook>> {
	return await inTurn(
		wanted.url,
		async () => {
			const made = await postUntilMade(smile, wanted, known);
			if (made.ok) handOut(made.value.id);
			return made;
		},
		smile.signal,
	);
}

async function postUntilMade(
	smile: SmileClient,
	wanted: NewWebhook,
	known: ReadonlySet<string>,
): Promise<Result<SmileWebhook>> {
	const startedAt = performance.now();
	let wasUnsure = false;
	for (let tries = 0; ; tries += 1) {
		const posted = madeBy(await postWebhook(smile, wanted), wanted, known);
		if (posted.ok) return posted;
		const { failure } = posted;
		const isUnsure = mayHaveHappened(failure);
		wasUnsure ||= isUnsure;
		const failed = () => asFailed(failure, wasUnsure);
		if (!isPassing(failure) && !isUnsure) return failed();

		const isLast = tries >= RETRY_PAUSES_MS.length || isTooLate(startedAt);
		// Before the last look too: Smile may still be busy with the request.
		const milliseconds = RETRY_PAUSES_MS[Math.min(tries, RETRY_PAUSES_MS.length - 1)];
		if (isUnsure || !isLast) await pause(spread(milliseconds), smile.signal);
		if (isUnsure) {
			const listed = await listWebhooks(smile);
			// Without the list another POST could make a second webhook: better to stop with the error.
			if (!listed.ok) return failed();
			const made = newestOf(listed.value.filter((hook) => isMade(hook, wanted, known)));
			if (made) return { ok: true, value: made };
		}
		if (isLast || !isPassing(failure)) return failed();
	}
}

/**
 * What a POST made. Smile does not say what it answers where a webhook is at the address already: an older one is what
 * was asked for only if it was changed in place.
 */
function madeBy(
	posted: Result<SmileWebhook>,
	wanted: NewWebhook,
	known: ReadonlySet<string>,
): Result<SmileWebhook> {
	if (!posted.ok) return posted;
	const { id, url, secret } = posted.value;
	const isIt = known.has(id)
		? secret === wanted.secret && isEqual(posted.value, wanted)
		: url === wanted.url;
	return isIt ? posted : { ok: false, failure: unexpected('it is another webhook') };
}

function isMade(hook: SmileWebhook, wanted: NewWebhook, known: ReadonlySet<string>): boolean {
	return !known.has(hook.id) && !isHandedOut(hook.id) && isEqual(hook, wanted);
}

/** Whether a webhook is what was asked for; Smile need not echo its secret. */
function isEqual(hook: SmileWebhook, wanted: NewWebhook): boolean {
	return (
		(hook.name ?? wanted.name) === wanted.name &&
		(hook.secret ?? wanted.secret) === wanted.secret &&
		hasSettings(hook, wanted)
	);
}

/** Where another process made an equal one, the later is more likely this one's; either serves as well. */
function newestOf(hooks: readonly SmileWebhook[]): SmileWebhook | undefined {
	return [...hooks].sort(byAge).at(-1);
}
