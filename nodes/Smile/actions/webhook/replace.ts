import type { SmileClient } from '../../api/client';
import { createWebhook } from '../../api/createWebhook';
import type { OrThrow } from '../../api/errors';
import { isRefusedForAddress } from '../../api/isRefusedForAddress';
import type { SmileWebhook } from '../../api/schemas';
import { deleteWebhook, listWebhooks, type NewWebhook } from '../../api/webhooks';
import { write } from '../write';
import { replaceWithGap } from './replaceWithGap';

export interface Replacement {
	created: SmileWebhook;
	/** How long there was no webhook, in milliseconds; none where the old one stayed until the new one was there. */
	gapMs?: number;
}

/**
 * Puts a webhook in the place of another: created first, deleted after it, so that no event falls into a gap. Only
 * where Smile refuses a second webhook for an address is the old one deleted first.
 */
export async function replaceWebhook(
	smile: SmileClient,
	orThrow: OrThrow,
	{ old, wanted }: { old: SmileWebhook; wanted: NewWebhook },
): Promise<Replacement> {
	const listed = orThrow(await listWebhooks(smile), 'read the webhooks before changing one');
	const known = new Set(listed.map(({ id }) => id));

	const creating = {
		smile,
		orThrow,
		doing: `create a changed webhook ${wanted.name} for ${wanted.url} in the place of ${old.id}`,
		lookUp: `The webhook ${old.id} is still there. Look with Get Many whether there is a changed one beside it.`,
	};
	const created = await write<SmileWebhook | undefined>(creating, async () => {
		const first = await createWebhook(smile, wanted, known);
		if (first.ok) return first;
		const isForAddress = await isRefusedForAddress(smile, first.failure, { old, wanted, known });
		return isForAddress ? { ok: true, value: undefined } : first;
	});
	if (!created) return await replaceWithGap({ smile, orThrow }, { old, wanted, known });
	// Smile changed it in place.
	if (created.id === old.id) return { created };

	await write(
		{
			smile,
			orThrow,
			doing: `delete the old webhook ${old.id} after creating its replacement ${created.id}`,
			lookUp: `The new webhook ${created.id} is there. Look with Get Many whether ${old.id} still is, and delete it: both deliver.`,
			hasBegun: true,
		},
		async () => await deleteWebhook(smile, old.id),
	);
	return { created };
}
