import type { SmileClient } from '../api/client';
import { createOrPutBack, putBack, type Exchanged } from '../api/createOrPutBack';
import { createWebhook } from '../api/createWebhook';
import { deleteForCertain } from '../api/deleteForCertain';
import { isOfFields, mayHaveHappened } from '../api/failure';
import { logGap, logUnsure } from '../api/gap';
import { isRefusedForAddress } from '../api/isRefusedForAddress';
import type { Result } from '../api/result';
import type { SmileWebhook } from '../api/schemas';
import { keepable, type Look } from './choose';
import { clock } from './clock';
import { webhooksAt } from './registration';

/**
 * Creates the wanted webhook beside the ones that are there. Only where Smile allows one webhook for an address are
 * they deleted first: it does not say whether it does, nor how it would refuse a second one. In doubt they stay, and
 * the first refusal is what the registration ends with.
 */
export async function createOrReplace(
	smile: SmileClient,
	{ present, look }: { present: readonly SmileWebhook[]; look: Look },
): Promise<Result<SmileWebhook>> {
	const { wanted } = look;
	const seen = new Set(present.map(({ id }) => id));
	const created = await createWebhook(smile, wanted, seen);
	if (created.ok || !isOfFields(created.failure)) return created;

	const listed = await webhooksAt(smile, wanted.url);
	if (!listed.ok) return created;
	const [twin] = await keepable(listed.value, look);
	if (twin) return { ok: true, value: twin };
	const outdated = listed.value.filter(({ id }) => seen.has(id));
	if (outdated.length === 0) return created;
	const known = new Set(listed.value.map(({ id }) => id));
	const asked = { old: outdated[0], wanted, known };
	if (!(await isRefusedForAddress(smile, created.failure, asked))) {
		return await orTwin(smile, created, look);
	}
	return await replace(smile, { outdated, known, look });
}

interface Replacement {
	outdated: readonly SmileWebhook[];
	known: ReadonlySet<string>;
	look: Look;
}

async function replace(
	smile: SmileClient,
	{ outdated, known, look }: Replacement,
): Promise<Result<SmileWebhook>> {
	const from = clock.now();
	const { wanted } = look;
	const deleted: SmileWebhook[] = [];
	const exchange = async (): Promise<Exchanged> => {
		// The trigger checks the secret that is wanted, whatever the old ones were signed with. What n8n has let go
		// of would be deleted in any case.
		const room = () => ({
			wanted,
			known,
			deleted: deleted.filter(({ id }) => !look.letGo.has(id)),
			secret: wanted.secret,
		});
		for (const hook of outdated) {
			const gone = await deleteForCertain(smile, hook.id);
			if (!gone.ok) {
				if (mayHaveHappened(gone.failure)) logUnsure(smile.logger, hook);
				return { created: gone, back: await putBack(smile, room()) };
			}
			// What was gone before is whoever's who has deleted it.
			if (gone.value === 'deleted') deleted.push(hook);
		}
		return await createOrPutBack(smile, room());
	};

	const { created: tried, back } = await exchange();
	const created = await orTwin(smile, tried, look);
	if (!created.ok && deleted.length === 0) return created;
	logGap(smile.logger, { created, back }, { outdated, ms: clock.now() - from });
	return created;
}

/** What is refused now may be there already, made by another process that registers the same workflow. */
async function orTwin(
	smile: SmileClient,
	created: Result<SmileWebhook>,
	look: Look,
): Promise<Result<SmileWebhook>> {
	if (created.ok || !isOfFields(created.failure)) return created;
	const listed = await webhooksAt(smile, look.wanted.url);
	const [twin] = listed.ok ? await keepable(listed.value, look) : [];
	return twin ? { ok: true, value: twin } : created;
}
