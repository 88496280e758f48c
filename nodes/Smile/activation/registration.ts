import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { clientOf, type SmileClient } from '../api/client';
import { smileError } from '../api/errors';
import type { Failure } from '../api/failure';
import type { Result } from '../api/result';
import type { SmileWebhook } from '../api/schemas';
import { listWebhooks, type NewWebhook } from '../api/webhooks';
import { triggerParameters } from '../shared/triggerParameters';
import { own } from './owners';
import { hashSecret } from './secretHash';
import { readState, writeState } from './state';
import { isAsWanted, subscriptionFor } from './subscription';

/** Unpacks a result or throws an error that says what could not be done. */
export type OrThrow = <Value>(result: Result<Value>, doing: string) => Value;

/** What this workflow wants at Smile. Throws when something has to be set first. */
export async function registrationOf(
	context: IHookFunctions,
): Promise<{ smile: SmileClient; wanted: NewWebhook; orThrow: OrThrow }> {
	const smile = await clientOf(context);
	const parameters = triggerParameters(context);
	if (!parameters.ok) throw new NodeOperationError(context.getNode(), parameters.problem);
	const subscription = subscriptionFor({
		url: webhookUrl(context),
		secret: String(smile.credential.webhookSecret ?? ''),
		workflowName: context.getWorkflow().name ?? '',
		parameters: parameters.value,
	});
	if (!subscription.ok) throw new NodeOperationError(context.getNode(), subscription.problem);
	return { smile, wanted: subscription.wanted, orThrow: throwingFor(smile) };
}

export function throwingFor({ node, credential }: SmileClient): OrThrow {
	const error = (failure: Failure, doing: string) =>
		smileError(failure, { node, credential, doing, isActivation: true });
	return (result, doing) => {
		if (!result.ok) throw error(result.failure, doing);
		return result.value;
	};
}

/** The address under which n8n listens for this node; n8n composes it, differently for a test run. */
export function webhookUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** The webhooks with exactly this address, over all pages; others belong to somebody else. */
export async function webhooksAt(smile: SmileClient, url: string): Promise<Result<SmileWebhook[]>> {
	const listed = await listWebhooks(smile);
	return listed.ok ? { ok: true, value: listed.value.filter((hook) => hook.url === url) } : listed;
}

/** The oldest webhook that is as wanted: two processes that look at the same list choose the same one. */
export async function firstAsWanted(
	context: IHookFunctions,
	hooks: SmileWebhook[],
	wanted: NewWebhook,
): Promise<SmileWebhook | undefined> {
	const state = readState(context);
	const age = ({ createdAt, id }: SmileWebhook) => `${createdAt ?? ''} ${id}`;
	for (const hook of [...hooks].sort((a, b) => (age(a) < age(b) ? -1 : 1))) {
		if (await isAsWanted(hook, wanted, state)) return hook;
	}
	return undefined;
}

/** Keeps which webhook is this node's, also here in this process, and a slow hash of the secret it was made with. */
export async function remember(
	context: IHookFunctions,
	hook: SmileWebhook,
	{ secret }: NewWebhook,
): Promise<void> {
	const state = readState(context);
	const isKnown = state.webhookId === hook.id && state.secretHash !== undefined;
	const secretHash = isKnown ? state.secretHash : await hashSecret(secret);
	writeState(context, { webhookId: hook.id, webhookUrl: hook.url, secretHash });
	own(context, hook.id);
}
