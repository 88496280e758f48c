import type { IHookFunctions } from 'n8n-workflow';

import { clientOf } from '../api/client';
import type { SmileWebhook } from '../api/schemas';
import { deleteWebhook, listWebhooks } from '../api/webhooks';
import { nodeKey, signingSecrets } from '../delivery/memory';
import { endActivation } from './activations';
import { disown, isOfAnother } from './owners';
import { throwingFor, webhookUrl } from './registration';
import { readState, writeState } from './state';

/**
 * Deletes this workflow's webhook: the one it stored, by its id, and whatever else has its exact address, but none
 * through which another workflow is served.
 * Already gone is as good as deleted. Throws when Smile cannot be asked while the workflow is unpublished, so
 * that n8n tries again; false, with a line in the log, where n8n cannot bear an error.
 */
export async function unsubscribe(context: IHookFunctions): Promise<boolean> {
	const reason = endActivation(context, webhookUrl(context));
	signingSecrets.forget(nodeKey(context, reason === 'test run').secrets);
	if (reason !== 'unpublished' && !(await removeQuietly(context, reason))) return false;

	if (reason === 'unpublished') await removeAll(context);
	if (reason !== 'test run') writeState(context, {});
	return true;
}

async function removeQuietly(context: IHookFunctions, after: string): Promise<boolean> {
	try {
		await removeAll(context);
		return true;
	} catch (error) {
		context.logger.warn(`A webhook may be left at Smile after a ${after}`, {
			workflowId: context.getWorkflow().id,
			reason: error instanceof Error ? error.message : undefined,
		});
		return false;
	}
}

async function removeAll(context: IHookFunctions): Promise<void> {
	const smile = await clientOf(context);
	const orThrow = throwingFor(smile);
	const state = readState(context);
	const address = webhookUrl(context);

	const hooks = orThrow(await listWebhooks(smile), 'read the webhooks at Smile');
	// The stored webhook is this node's own, even under an older address of n8n.
	const isMine = ({ id, url }: SmileWebhook) =>
		url === address
			? !isOfAnother(context, id)
			: id === state.webhookId && url === state.webhookUrl;
	const ids = new Set(hooks.filter(isMine).map(({ id }) => id));
	const isListed = hooks.some(({ id }) => id === state.webhookId);
	if (state.webhookId && !isListed) ids.add(state.webhookId);

	for (const id of ids) {
		orThrow(await deleteWebhook(smile, id), 'delete the webhook at Smile');
		disown(id);
	}
}
