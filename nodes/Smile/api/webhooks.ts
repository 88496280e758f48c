import { anotherRecord, isAnother } from './another';
import type { Answer } from './answer';
import type { SmileClient } from './client';
import { unexpected } from './failure';
import { readList } from './read';
import { removeAt } from './removeAt';
import { requestSmile } from './request';
import type { Result } from './result';
import { withRetries } from './retry';
import { webhook, type SmileWebhook } from './schemas';

export type { Result } from './result';

/** The body of POST /webhooks, within Smile's limits for name, url and secret. */
export interface NewWebhook {
	name: string;
	url: string;
	eventTypes: string[];
	active: boolean;
	includePayload: boolean;
	secret: string;
}

/** Webhooks at Smile, all pages or at most `limit`; fails as a whole when an entry is no webhook. */
export async function listWebhooks(
	smile: SmileClient,
	limit?: number,
	onCut?: () => void,
): Promise<Result<SmileWebhook[]>> {
	const listed = await readList(smile, '/webhooks', {}, limit, onCut);
	if (!listed.ok) return listed;
	const hooks = listed.value.map((item) => webhook.safeParse(item).data);
	return hooks.every((hook) => hook !== undefined)
		? { ok: true, value: hooks }
		: { ok: false, failure: unexpected('an entry of its list is no webhook') };
}

/** One webhook by its id. */
export async function getWebhook(smile: SmileClient, id: string): Promise<Result<SmileWebhook>> {
	const path = pathOf(id);
	const found = webhookIn(
		await withRetries(
			async (onTurn) => await requestSmile(smile, { method: 'GET', path, onTurn }),
			smile.signal,
		),
	);
	return found.ok && isAnother(found.value.id, id)
		? { ok: false, failure: anotherRecord() }
		: found;
}

/** One try to create a webhook. Smile has no idempotency key: repeating it needs a look at the list first. */
export async function postWebhook(
	smile: SmileClient,
	wanted: NewWebhook,
): Promise<Result<SmileWebhook>> {
	return webhookIn(
		await requestSmile(smile, { method: 'POST', path: '/webhooks', body: { ...wanted } }),
	);
}

/** Deletes a webhook; see `removeAt`. */
export async function deleteWebhook(
	smile: SmileClient,
	id: string,
): Promise<Result<'deleted' | 'gone'>> {
	const isListed = async (): Promise<boolean | undefined> => {
		const listed = await listWebhooks(smile);
		return listed.ok ? listed.value.some((hook) => hook.id === id) : undefined;
	};
	return await removeAt(smile, pathOf(id), isListed);
}

function webhookIn(answer: Answer): Result<SmileWebhook> {
	if (!answer.ok) return answer;
	const parsed = webhook.safeParse(answer.data);
	return parsed.success
		? { ok: true, value: parsed.data }
		: { ok: false, failure: unexpected('it holds no webhook') };
}

function pathOf(id: string): string {
	return `/webhooks/${encodeURIComponent(id)}`;
}
