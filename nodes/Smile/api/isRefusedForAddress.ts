import { randomBytes } from 'node:crypto';

import { ALL_EVENTS } from '../events/allEvents';
import type { SmileClient } from './client';
import { createWebhook } from './createWebhook';
import { isOfFields, type Failure } from './failure';
import { logNotRemoved } from './notRemoved';
import type { Result } from './result';
import type { SmileWebhook } from './schemas';
import { deleteWebhook, type NewWebhook } from './webhooks';

/**
 * Whether Smile refused a webhook since it allows one for an address. It documents neither such a rule nor how it
 * would say so, and answers whatever it refuses alike. So what it has accepted once, the webhook that is there, is
 * tried beside itself, inactive: refused as well, it is for the address; accepted, it is removed at once. Inactive,
 * since it delivers nothing then, even where it cannot be removed, and nobody takes it for the webhook of a trigger.
 * A failure is a doubt, in which nothing may be deleted. Nothing of the wanted one is tried with it: it may be what
 * Smile refuses.
 */
export async function isRefusedForAddress(
	smile: SmileClient,
	refused: Failure,
	{ old, wanted, known }: { old: SmileWebhook; wanted: NewWebhook; known: ReadonlySet<string> },
): Promise<Result<boolean>> {
	if (old.url !== wanted.url || !isOfFields(refused)) return { ok: true, value: false };
	const again = await createWebhook(smile, copyOf(old), known);
	if (!again.ok) return isOfFields(again.failure) ? { ok: true, value: true } : again;
	const removed = await deleteWebhook(smile, again.value.id);
	if (removed.ok) return { ok: true, value: false };
	logNotRemoved(smile.logger, again.value, removed.failure);
	return removed;
}

/** All Events, since Smile may have withdrawn one of the types that it accepted then. */
function copyOf(old: SmileWebhook): NewWebhook {
	return {
		name: old.name || 'n8n',
		url: old.url,
		eventTypes: [ALL_EVENTS],
		active: false,
		includePayload: false,
		// Where Smile does not show it any will do, as nothing is ever signed with it.
		secret: old.secret || randomBytes(16).toString('hex'),
	};
}
