import type { IHookFunctions } from 'n8n-workflow';

import type { SmileWebhook } from '../api/schemas';
import { attempt } from './attempt';
import { choose, keepable, type Look } from './choose';
import { createOrReplace } from './createOrReplace';
import { deleteAll } from './deleteAll';
import { attempts } from './memory';
import { registrationOf, webhooksAt, type Registration } from './registration';
import { isSampled, startSample } from './startSample';
import { lookFor, settle } from './settle';
import type { Trigger } from './trigger';

/**
 * Makes sure that Smile has a webhook for this workflow's address. A new one is created before the outdated ones are
 * deleted, so no event falls into a gap. Throws when there is none in the end: n8n ignores a returned false and
 * would show the workflow as active.
 */
export async function subscribe(context: IHookFunctions): Promise<boolean> {
	return await attempt(context, async (own) => {
		if (isSampled(context)) return await startSample(context, own);
		const { trigger, isTest } = own;
		const registration = await registrationOf(context, trigger);
		const { smile, orThrow } = registration;
		const listed = await webhooksAt(smile, trigger.address);
		const present = orThrow(listed, 'read the webhooks at Smile');
		const look = lookFor(context, trigger, registration.wanted);

		let [mine] = await keepable(present, look);
		if (!mine) {
			const created = await createOrReplace(smile, { present, look });
			mine = own.made = orThrow(created, 'register the webhook at Smile');
		}
		own.serving = await keepOne(context, trigger, { registration, look, present, mine });
		// Listening for a test event was stopped before Smile had answered.
		if (isTest && own.made && !attempts.isCurrent(own)) await deleteAll(smile, [own.made]);
		return true;
	});
}

/** Deletes what is outdated at the address, and keeps in mind and gives which webhook is the trigger's. */
async function keepOne(
	context: IHookFunctions,
	trigger: Trigger,
	found: { registration: Registration; look: Look; present: SmileWebhook[]; mine: SmileWebhook },
): Promise<SmileWebhook> {
	const { look, present, mine } = found;
	const { smile } = found.registration;
	const listed = await webhooksAt(smile, trigger.address);
	const others = (listed.ok ? listed.value : present).filter(({ id }) => id !== mine.id);
	const known = new Set(present.map(({ id }) => id));
	const { winner, outdated } = await choose([...others, mine], mine, known, look);
	const deleted = await deleteAll(smile, outdated);
	await settle(context, trigger, { smile, look, winner, deleted });
	return winner;
}
