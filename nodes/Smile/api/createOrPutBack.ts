import type { SmileClient } from './client';
import { createWebhook } from './createWebhook';
import { isOfFields, mayHaveHappened, type Failure } from './failure';
import { pause } from './pause';
import type { Result } from './result';
import { RETRY_PAUSES_MS, spread } from './retry';
import type { SmileWebhook } from './schemas';
import { listWebhooks, type NewWebhook } from './webhooks';
import { settingsOf } from './webhookSettings';

export interface Exchange {
	wanted: NewWebhook;
	/** Ids that were there before. */
	known: ReadonlySet<string>;
	/** What was deleted at the address of the wanted one to make room for it. */
	deleted: readonly SmileWebhook[];
	/** What its receiver accepts where Smile does not show the secret of a deleted one. */
	secret?: string;
}

export interface Exchanged {
	created: Result<SmileWebhook>;
	/** What was put back, under ids of their own. */
	back: SmileWebhook[];
}

/**
 * Creates a webhook in the place of others that were deleted first, as Smile allows one for an address. Where it
 * cannot be made they are put back: a wrong field must not end all deliveries.
 */
export async function createOrPutBack(smile: SmileClient, exchange: Exchange): Promise<Exchanged> {
	const { wanted, known } = exchange;
	const created = await createOnceFree(smile, wanted, known);
	const isDone = created.ok || !(await isFree(smile, wanted.url, created.failure));
	return { created, back: isDone ? [] : await putBack(smile, exchange) };
}

/** Creates again what was deleted, one after the other; gives what is there again. */
export async function putBack(
	smile: SmileClient,
	{ wanted, known, deleted, secret }: Exchange,
): Promise<SmileWebhook[]> {
	const back: SmileWebhook[] = [];
	for (const old of deleted) {
		const signedWith = old.secret || secret;
		// Under another secret its receiver would refuse every delivery.
		if (!signedWith) continue;
		const same = { ...settingsOf(old), name: old.name || wanted.name, secret: signedWith };
		const made = await createOnceFree(
			smile,
			same,
			new Set([...known, ...back.map(({ id }) => id)]),
		);
		if (made.ok) back.push(made.value);
	}
	return back;
}

/**
 * Creates a webhook at an address that was made free. Another process that asks just then whether Smile allows one for
 * an address has its inactive try there: it goes at once, and is waited for, lest there be none in the end.
 */
async function createOnceFree(
	smile: SmileClient,
	wanted: NewWebhook,
	known: ReadonlySet<string>,
): Promise<Result<SmileWebhook>> {
	for (const milliseconds of RETRY_PAUSES_MS) {
		const created = await createWebhook(smile, wanted, known);
		if (created.ok || !isOfFields(created.failure)) return created;
		const listed = await listWebhooks(smile);
		const isTried = ({ id, url, active }: SmileWebhook) =>
			url === wanted.url && active === false && !known.has(id);
		if (!listed.ok || !listed.value.some(isTried)) return created;
		await pause(spread(milliseconds), smile.signal);
	}
	return await createWebhook(smile, wanted, known);
}

/** Whether the wanted one is certainly not there. Where its answer was lost the list says so, if it can be read. */
async function isFree(smile: SmileClient, url: string, failure: Failure): Promise<boolean> {
	if (!mayHaveHappened(failure)) return true;
	const listed = await listWebhooks(smile);
	return listed.ok && listed.value.every((hook) => hook.url !== url);
}
