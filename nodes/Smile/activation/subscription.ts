import type { SmileWebhook } from '../api/schemas';
import type { NewWebhook } from '../api/webhooks';
import type { TriggerParameters } from '../shared/triggerParameters';
import { problemWithUrl } from './publicUrl';
import { isHashOf } from './secretHash';
import type { KeptState } from './state';

/** Smile's limits, in characters. */
const LONGEST_NAME = 200;
const LONGEST_SECRET = 64;

export interface SubscriptionInput {
	url: string;
	secret: string;
	workflowName: string;
	parameters: TriggerParameters;
}

/** What the workflow wants at Smile, or the sentence that tells a person what to set first. */
export function subscriptionFor({
	url,
	secret,
	workflowName,
	parameters,
}: SubscriptionInput): { ok: true; wanted: NewWebhook } | { ok: false; problem: string } {
	const problem =
		problemWithEvents(parameters.eventTypes) ?? problemWithSecret(secret) ?? problemWithUrl(url);
	if (problem !== undefined) return { ok: false, problem };
	return {
		ok: true,
		wanted: {
			name: (parameters.webhookName || `n8n: ${workflowName}`).slice(0, LONGEST_NAME),
			url,
			eventTypes: parameters.eventTypes,
			active: true,
			includePayload: parameters.includePayload,
			secret,
		},
	};
}

/** Why a secret cannot sign webhooks; undefined when it can. */
export function problemWithSecret(secret: string): string | undefined {
	if (secret === '') {
		return 'The Webhook Secret of the Smile API credential is empty, so deliveries could not be verified. Enter 1 to 64 random characters there, then try again';
	}
	if (secret.length > LONGEST_SECRET) {
		return `Smile accepts webhook secrets of at most ${LONGEST_SECRET} characters, but the one in the Smile API credential has ${secret.length}. Shorten it there, then try again`;
	}
	return undefined;
}

function problemWithEvents(eventTypes: readonly string[]): string | undefined {
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
	return (
		hook.url === wanted.url &&
		(hook.active ?? true) === wanted.active &&
		(hook.includePayload ?? false) === wanted.includePayload &&
		isSameSet(hook.eventTypes, wanted.eventTypes) &&
		(await hasSecret(hook, wanted.secret, state))
	);
}

async function hasSecret(hook: SmileWebhook, secret: string, state: KeptState): Promise<boolean> {
	if (typeof hook.secret === 'string') return hook.secret === secret;
	return hook.id === state.webhookId && (await isHashOf(state.secretHash, secret));
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
	const [one, other] = [new Set(left), new Set(right)];
	return one.size === other.size && [...one].every((value) => other.has(value));
}
