import { randomBytes } from 'node:crypto';

import { ALL_EVENTS } from '../events/allEvents';
import { stopIfCancelled } from './cancel';
import { toTheEnd, type SmileClient } from './client';
import { createWebhook } from './createWebhook';
import { deleteForCertain } from './deleteForCertain';
import { isOfFields, mayHaveHappened, type Failure } from './failure';
import { logMayBeMade, logNotRemoved } from './notRemoved';
import type { SmileWebhook } from './schemas';
import type { NewWebhook } from './webhooks';
import { freeUrlBelow } from './webhookUrl';

/**
 * Whether Smile refused a webhook since it allows one for an address. It documents neither such a rule nor how it
 * would say so, and answers whatever it refuses alike. So an inactive webhook is tried twice: at the address, where it
 * has to be refused as well, and below it, where nobody is and it has to be accepted. Otherwise it may be the host
 * that Smile allows no more, or the number of webhooks. Whatever else happens is a doubt, in which nothing may be
 * deleted: then the answer is no. Inactive, since it delivers nothing then, even where it cannot be removed, and
 * nobody takes it for the webhook of a trigger. It has nothing of the wanted one, which may be what Smile refuses, and
 * of the old one the address alone: Smile may refuse a name or a secret that is there already.
 */
export async function isRefusedForAddress(
	smile: SmileClient,
	refused: Failure,
	{ old, wanted, known }: { old: SmileWebhook; wanted: NewWebhook; known: ReadonlySet<string> },
): Promise<boolean> {
	if (old.url !== wanted.url || !isOfFields(refused)) return false;
	const beside = inactiveAt(old.url);
	if ((await tried(smile, beside, known)) !== 'refused') return false;
	const below = inactiveAt(freeUrlBelow(old.url));
	return (await tried(smile, below, known)) === 'accepted';
}

/**
 * Makes a webhook and removes it at once. An execution that is cancelled meanwhile waits for both, lest one be left
 * of which nobody knows.
 */
async function tried(
	smile: SmileClient,
	wanted: NewWebhook,
	known: ReadonlySet<string>,
): Promise<'accepted' | 'refused' | 'doubt'> {
	stopIfCancelled(smile);
	const lasting = toTheEnd(smile);
	const made = await createWebhook(lasting, wanted, known);
	if (!made.ok) {
		if (mayHaveHappened(made.failure)) logMayBeMade(smile.logger, wanted.url, made.failure);
		return isOfFields(made.failure) ? 'refused' : 'doubt';
	}
	const removed = await deleteForCertain(lasting, made.value.id);
	if (removed.ok) return 'accepted';
	logNotRemoved(smile.logger, made.value, removed.failure);
	return 'doubt';
}

/** All Events, since Smile may have withdrawn any other type. Nothing is ever signed with its secret. */
function inactiveAt(url: string): NewWebhook {
	return {
		name: `n8n tries the address (${randomBytes(4).toString('hex')})`,
		url,
		eventTypes: [ALL_EVENTS],
		active: false,
		includePayload: false,
		secret: randomBytes(16).toString('hex'),
	};
}
