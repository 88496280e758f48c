import type { IHookFunctions } from 'n8n-workflow';

import type { SmileClient } from '../api/client';
import { createWebhook } from '../api/createWebhook';
import type { Failure } from '../api/failure';
import type { SmileWebhook } from '../api/schemas';
import { deleteWebhook, type NewWebhook } from '../api/webhooks';
import { acceptedDeliveries, nodeKey } from '../delivery/memory';
import { beginActivation, finishActivation } from './activations';
import { disown } from './owners';
import { firstAsWanted, registrationOf, remember, webhooksAt, webhookUrl } from './registration';

/**
 * Makes sure that Smile has exactly one webhook for this workflow's address. A new one is created before the
 * outdated ones are deleted, so no event falls into a gap. Throws when there is none in the end: n8n ignores
 * a returned false and would show the workflow as active.
 */
export async function subscribe(context: IHookFunctions): Promise<boolean> {
	const { isTest } = beginActivation(context, webhookUrl(context));
	const { smile, wanted, orThrow } = await registrationOf(context);
	// Who listens for a test event again wants to see it, even if it is the one seen before.
	if (isTest) acceptedDeliveries.forget(nodeKey(context, true).node);

	const present = orThrow(await webhooksAt(smile, wanted.url), 'read the webhooks at Smile');
	let mine = await firstAsWanted(context, present, wanted);
	if (!mine) {
		const known = new Set(present.map(({ id }) => id));
		const created = await createWebhook(smile, wanted, known);
		mine = orThrow(created, 'register the webhook at Smile');
	}
	await remember(context, mine, wanted);
	await removeOthers(context, smile, wanted, mine);
	finishActivation(context, wanted.url);
	return true;
}

/** Deletes what else has the address: outdated webhooks, and the second one when two mains started at once. */
async function removeOthers(
	context: IHookFunctions,
	smile: SmileClient,
	wanted: NewWebhook,
	mine: SmileWebhook,
): Promise<void> {
	const listed = await webhooksAt(smile, wanted.url);
	if (!listed.ok) return warnLeftover(context, listed.failure);

	const winner = (await firstAsWanted(context, listed.value, wanted)) ?? mine;
	if (winner.id !== mine.id) await remember(context, winner, wanted);
	for (const { id } of listed.value.filter((hook) => hook.id !== winner.id)) {
		const deleted = await deleteWebhook(smile, id);
		if (deleted.ok) disown(id);
		else warnLeftover(context, deleted.failure);
	}
}

/** The workflow is served all the same: what a leftover delivers is a duplicate, or not asked for. */
function warnLeftover(context: IHookFunctions, { status, code, requestId }: Failure): void {
	const workflowId = context.getWorkflow().id;
	context.logger.warn('An outdated webhook of this workflow may be left at Smile', {
		workflowId,
		status,
		code,
		requestId,
	});
}
