import type { Answer } from './answer';
import type { SmileClient } from './client';
import { allPages, PAGE_SIZE } from './paginate';
import { removeAt } from './removeAt';
import { requestSmile } from './request';
import type { Result } from './result';
import { withRetries } from './retry';
import { webhook, type SmileWebhook } from './schemas';

/** The body of POST /webhooks. Limits in Smile's OpenAPI: name 1–200, url 1–500, secret 1–64 characters. */
export interface NewWebhook {
	name: string;
	url: string;
	eventTypes: string[];
	active: boolean;
	includePayload: boolean;
	secret: string;
}

export type { Result } from './result';

/** Webhooks at Smile, all pages or at most `limit`. What is no webhook in the list is passed over. */
export async function listWebhooks(
	smile: SmileClient,
	limit?: number,
): Promise<Result<SmileWebhook[]>> {
	const answer = await allPages(
		async (cursor) =>
			await withRetries(
				async () =>
					await requestSmile(smile, {
						method: 'GET',
						path: '/webhooks',
						query: { size: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) },
					}),
				smile.signal,
			),
		limit,
	);
	if (!answer.ok) return answer;
	const hooks = answer.data.map((item) => webhook.safeParse(item).data);
	return { ok: true, value: hooks.filter((hook) => hook !== undefined) };
}

/** One webhook by its id. */
export async function getWebhook(smile: SmileClient, id: string): Promise<Result<SmileWebhook>> {
	const path = pathOf(id);
	return webhookIn(
		await withRetries(async () => await requestSmile(smile, { method: 'GET', path }), smile.signal),
	);
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
	return await removeAt(smile, pathOf(id));
}

function webhookIn(answer: Answer): Result<SmileWebhook> {
	if (!answer.ok) return answer;
	const parsed = webhook.safeParse(answer.data);
	return parsed.success
		? { ok: true, value: parsed.data }
		: { ok: false, failure: { kind: 'unreadable' } };
}

function pathOf(id: string): string {
	return `/webhooks/${encodeURIComponent(id)}`;
}
