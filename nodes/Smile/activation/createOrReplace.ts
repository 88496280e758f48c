import type { SmileClient } from '../api/client';
import { createWebhook } from '../api/createWebhook';
import { isOfFields } from '../api/failure';
import type { Result } from '../api/result';
import type { SmileWebhook } from '../api/schemas';
import { deleteWebhook, type NewWebhook } from '../api/webhooks';
import { ALL_EVENTS } from '../events/allEvents';
import { keepable, type Look } from './choose';
import { clock } from './clock';
import { deleteAll } from './deleteAll';
import { webhooksAt } from './registration';

/**
 * Creates the wanted webhook beside the ones that are there. Only where Smile allows one webhook for an address are
 * they deleted first: it does not say whether it does, nor how it would refuse a second one.
 */
export async function createOrReplace(
	smile: SmileClient,
	{ present, look }: { present: readonly SmileWebhook[]; look: Look },
): Promise<Result<SmileWebhook>> {
	const { wanted } = look;
	const known = new Set(present.map(({ id }) => id));
	const created = await createWebhook(smile, wanted, known);
	if (created.ok || !isOfFields(created.failure)) return created;

	const listed = await webhooksAt(smile, wanted.url);
	if (!listed.ok) return created;
	const [twin] = await keepable(listed.value, look);
	if (twin) return { ok: true, value: twin };
	const [old, ...rest] = listed.value.filter(({ id }) => known.has(id));
	if (!old || !(await isRefusedAgain(smile, old, listed.value, wanted))) return created;
	return await replace(smile, [old, ...rest], wanted);
}

/** Smile has accepted the old webhook once, and documents ALL_EVENTS. If it refuses that now, it is for the address. */
async function isRefusedAgain(
	smile: SmileClient,
	old: SmileWebhook,
	listed: readonly SmileWebhook[],
	wanted: NewWebhook,
): Promise<boolean> {
	const same: NewWebhook = {
		name: old.name ?? wanted.name,
		url: wanted.url,
		eventTypes: [ALL_EVENTS],
		active: old.active ?? true,
		includePayload: false,
		secret: old.secret ?? wanted.secret,
	};
	const again = await createWebhook(smile, same, new Set(listed.map(({ id }) => id)));
	if (!again.ok) return isOfFields(again.failure);
	await deleteAll(smile, [again.value]);
	return false;
}

async function replace(
	smile: SmileClient,
	outdated: readonly SmileWebhook[],
	wanted: NewWebhook,
): Promise<Result<SmileWebhook>> {
	const from = clock.now();
	for (const { id } of outdated) {
		const deleted = await deleteWebhook(smile, id);
		if (!deleted.ok) return deleted;
	}
	const created = await createWebhook(smile, wanted, new Set());
	const gap = created.ok ? `for ${Math.round(clock.now() - from)} ms` : 'since then';
	smile.logger.warn(
		`Smile accepts one webhook for an address, so ${outdated.map(({ id }) => id).join(', ')} at ${wanted.url} had to be deleted before its successor was made. Smile had none ${gap}; what happened meanwhile is not delivered`,
	);
	return created;
}
