import type { Exchanged } from './createOrPutBack';
import { mayHaveHappened } from './failure';
import type { WebhookName } from './notRemoved';
import type { SmileClient } from './smileClient';

/** What was deleted first, and for how long there was nothing in its place. */
export interface Gap {
	/** All at the same address, at least one. */
	outdated: readonly WebhookName[];
	ms: number;
}

/** Says that an address had no webhook for a while, or has none since. */
export function logGap(
	logger: SmileClient['logger'],
	{ created, back }: Exchanged,
	{ outdated, ms }: Gap,
): void {
	const isThere = created.ok || back.length > 0;
	const isUnsure = !created.ok && mayHaveHappened(created.failure);
	const restored =
		back.length > 0 ? `Its successor could not be made, so it is back as ${idsOf(back)}. ` : '';
	const since = isUnsure ? 'since then, as far as is known' : 'since then';
	const gap = isThere ? `for ${Math.round(ms)} ms` : since;
	logger.warn(
		`Smile accepts one webhook for an address, so ${idsOf(outdated)} at ${outdated[0].url} had to be deleted before its successor was made. ${restored}Smile had none ${gap}; what happened meanwhile is not delivered`,
	);
}

/** Says that a webhook may be gone which was to be replaced. */
export function logUnsure(logger: SmileClient['logger'], { id, url }: WebhookName): void {
	logger.warn(
		`Smile did not answer the deletion of the webhook ${id} at ${url}, and no other was made in its place. Look with the Smile node whether it is still there: Webhook, Get Many`,
	);
}

function idsOf(webhooks: readonly WebhookName[]): string {
	return webhooks.map(({ id }) => id).join(', ');
}
