import type { SmileClient } from '../api/client';
import type { WebhookName } from '../api/notRemoved';
import { deleteAll } from './deleteAll';
import { logScheduled, logUnasked } from './log';
import { removals } from './memory';
import type { KeptState } from './state';
import type { Trigger } from './trigger';

/**
 * Removes webhooks some ten seconds from now, with the key of now, unless the trigger is registered again before.
 * n8n cannot say in delete() whether it unpublishes a workflow or replaces a version that was edited: it lets go of
 * the old one and registers the new one about a second later. The client must be a lasting one.
 */
export function removeLater(
	smile: SmileClient,
	trigger: Trigger,
	webhooks: readonly WebhookName[],
	state: KeptState,
): void {
	logScheduled(smile.logger, trigger, webhooks);
	removals.schedule(trigger.id, {
		address: trigger.address,
		ids: webhooks.map(({ id }) => id),
		state,
		remove: async (ids) => {
			try {
				await deleteAll(
					smile,
					webhooks.filter(({ id }) => ids.includes(id)),
				);
			} catch (error) {
				logUnasked(smile.logger, trigger, error);
			}
		},
	});
}
