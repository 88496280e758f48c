import type { IHookFunctions } from 'n8n-workflow';

import { deleteWebhook, listWebhooks } from '../api/webhooks';
import { nodeKey, signingSecrets } from '../delivery/memory';
import { throwingFor, webhookUrl } from './registration';
import { readState, writeState } from './state';
import { endTestRun } from './testAddresses';

/**
 * Deletes this workflow's webhook: the one it stored, by its id, and whatever else has its exact address.
 * Already gone is as good as deleted. Throws when Smile cannot be asked, so that n8n tries again; after a test
 * run it only logs, since n8n 2.41 lets an error there end as an unhandled rejection.
 */
export async function unsubscribe(context: IHookFunctions): Promise<boolean> {
	const isTest = endTestRun(webhookUrl(context));
	signingSecrets.forget(nodeKey(context, isTest).secrets);
	if (isTest) return await removeAfterTest(context);

	await removeAll(context);
	writeState(context, {});
	return true;
}

async function removeAfterTest(context: IHookFunctions): Promise<boolean> {
	try {
		await removeAll(context);
		return true;
	} catch (error) {
		context.logger.warn('The test webhook may be left at Smile', {
			workflowId: context.getWorkflow().id,
			reason: error instanceof Error ? error.message : undefined,
		});
		return false;
	}
}

async function removeAll(context: IHookFunctions): Promise<void> {
	const orThrow = throwingFor(context, await context.getCredentials('getSmileApi'));
	const state = readState(context);
	const url = webhookUrl(context);

	const hooks = orThrow(await listWebhooks(context), 'read the webhooks at Smile');
	const ids = new Set(hooks.filter((hook) => hook.url === url).map(({ id }) => id));
	const stored = hooks.find(({ id }) => id === state.webhookId);
	// The stored webhook is this node's own, even under an older address of n8n; another's address never is.
	if (state.webhookId && (!stored || stored.url === state.webhookUrl)) ids.add(state.webhookId);

	for (const id of ids) orThrow(await deleteWebhook(context, id), 'delete the webhook at Smile');
}
