import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { clientOf, type SmileClient } from '../api/client';
import { throwingAt, type OrThrow } from '../api/errors';
import type { Result } from '../api/result';
import type { SmileWebhook } from '../api/schemas';
import { listWebhooks, type NewWebhook } from '../api/webhooks';
import { triggerParameters, type TriggerParameters } from '../delivery/triggerParameters';
import { subscriptionFor } from './subscription';
import type { Trigger } from './trigger';

/** What a workflow wants at Smile, and how Smile is reached for it. */
export interface Registration {
	smile: SmileClient;
	wanted: NewWebhook;
	orThrow: OrThrow;
}

/** Throws when something has to be set first. */
export async function registrationOf(
	context: IHookFunctions,
	{ address }: Trigger,
): Promise<Registration> {
	const smile = await clientOf(context);
	const parameters = parametersOf(context);
	const subscription = subscriptionFor({
		url: address,
		credential: smile.credential,
		workflowName: context.getWorkflow().name ?? '',
		parameters,
	});
	if (!subscription.ok) throw new NodeOperationError(context.getNode(), subscription.problem);
	return { smile, wanted: subscription.wanted, orThrow: throwingFor(smile) };
}

/** What was set at the trigger. Throws a sentence about what has to be set first. */
export function parametersOf(context: IHookFunctions): TriggerParameters {
	const parameters = triggerParameters(context);
	if (!parameters.ok) throw new NodeOperationError(context.getNode(), parameters.problem);
	return parameters.value;
}

export function throwingFor({ node, credential }: SmileClient): OrThrow {
	return throwingAt(() => ({ node, credential, isActivation: true }));
}

/** The webhooks with exactly this address, over all pages; others belong to somebody else. */
export async function webhooksAt(smile: SmileClient, url: string): Promise<Result<SmileWebhook[]>> {
	const listed = await listWebhooks(smile);
	return listed.ok ? { ok: true, value: listed.value.filter((hook) => hook.url === url) } : listed;
}
