import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { LONGEST_WEBHOOK_NAME } from '../api/limits';
import type { SmileWebhook } from '../api/schemas';
import type { NewWebhook } from '../api/webhooks';
import { problemWithSecrets, webhookSecretOf } from '../api/webhookSecret';
import { hasSettings } from '../api/webhookSettings';
import type { TriggerParameters } from '../delivery/triggerParameters';
import { problemWithUrl } from './publicUrl';
import { isHashOf } from './secretHash';
import type { KeptState } from './state';

export interface SubscriptionInput {
	url: string;
	credential: ICredentialDataDecryptedObject;
	workflowName: string;
	parameters: TriggerParameters;
}

/** What the workflow wants at Smile, or the sentence that tells a person what to set first. */
export function subscriptionFor({
	url,
	credential,
	workflowName,
	parameters,
}: SubscriptionInput): { ok: true; wanted: NewWebhook } | { ok: false; problem: string } {
	const problem =
		problemWithEvents(parameters.eventTypes) ??
		problemWithSecrets(credential) ??
		problemWithUrl(url);
	if (problem !== undefined) return { ok: false, problem };
	return {
		ok: true,
		wanted: {
			name: (parameters.webhookName || `n8n: ${workflowName}`).slice(0, LONGEST_WEBHOOK_NAME),
			url,
			eventTypes: [...parameters.eventTypes].sort(),
			active: true,
			includePayload: parameters.includePayload,
			secret: webhookSecretOf(credential),
		},
	};
}

/** Why nothing would start the workflow; undefined when something can. */
export function problemWithEvents(eventTypes: readonly string[]): string | undefined {
	return eventTypes.length > 0
		? undefined
		: 'No event is selected. Choose at least one under Trigger On, then try again';
}

/**
 * Whether a webhook at Smile is already what the workflow wants. Its name does not count: it is only shown in
 * Smile's portal. Where Smile does not echo the secret, the hash kept since creation decides.
 */
export async function isAsWanted(
	hook: SmileWebhook,
	wanted: NewWebhook,
	state: KeptState,
): Promise<boolean> {
	return hasSettings(hook, wanted) && (await hasSecret(hook, wanted.secret, state));
}

async function hasSecret(hook: SmileWebhook, secret: string, state: KeptState): Promise<boolean> {
	if (typeof hook.secret === 'string') return hook.secret === secret;
	return hook.id === state.webhookId && (await isHashOf(state.secretHash, secret));
}
