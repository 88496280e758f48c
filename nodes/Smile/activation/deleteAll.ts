import type { SmileClient } from '../api/client';
import { logNotRemoved, type WebhookName } from '../api/notRemoved';
import { deleteWebhook } from '../api/webhooks';
import { logRemoved } from './log';

/** Deletes webhooks and says in the log which are gone and which are not; gives the ids of the former. */
export async function deleteAll(
	smile: SmileClient,
	webhooks: readonly WebhookName[],
): Promise<ReadonlySet<string>> {
	const deleted = new Set<string>();
	for (const webhook of webhooks) {
		const outcome = await deleteWebhook(smile, webhook.id);
		if (outcome.ok) {
			deleted.add(webhook.id);
			logRemoved(smile.logger, webhook);
		} else {
			logNotRemoved(smile.logger, webhook, outcome.failure);
		}
	}
	return deleted;
}
