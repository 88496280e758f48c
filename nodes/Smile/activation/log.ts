import type { IHookFunctions } from 'n8n-workflow';

import { CLEAN_UP, type WebhookName } from '../api/notRemoved';
import type { KeptState } from './state';
import type { Trigger } from './trigger';

type Logger = IHookFunctions['logger'];

/** n8n's log on the console shows the text alone, so ids and addresses stand in it; never a secret. */
export function logScheduled(
	logger: Logger,
	{ name, address }: Trigger,
	webhooks: readonly WebhookName[],
): void {
	const ids = webhooks.map(({ id }) => id).join(', ');
	logger.info(
		`Smile webhook removal scheduled: ${ids} at ${address}, in ten seconds, unless the trigger ${name} is registered again before`,
	);
}

export function logRemoved(logger: Logger, { id, url }: WebhookName): void {
	logger.info(`Smile webhook removed: ${id} at ${url}`);
}

/** A webhook that is not this trigger's to delete. */
export function logLeft(logger: Logger, { id, url }: WebhookName, why: string): void {
	logger.warn(`A webhook may be left at Smile: ${id} at ${url}, ${why}. ${CLEAN_UP}`);
}

/** Names the webhook of the state where it lies at another address or in another environment than the present. */
export function logElsewhere(
	logger: Logger,
	{ webhookId, webhookUrl, environment }: KeptState,
	present: { address: string; environment: string },
): void {
	if (webhookId === undefined || webhookUrl === undefined) return;
	const webhook = { id: webhookId, url: webhookUrl };
	if (environment !== undefined && environment !== present.environment) {
		const why = `in the environment ${environment}: the credential now names ${present.environment}`;
		logLeft(logger, webhook, why);
	} else if (webhookUrl !== present.address) {
		const why = `the address of this trigger before it became ${present.address}: another n8n may use it`;
		logLeft(logger, webhook, why);
	}
}

/** The trigger was registered again, but not before its webhook was removed. */
export function logGap(logger: Logger, { name }: Trigger, sinceMs: number): void {
	logger.warn(
		`Smile had no webhook of the trigger ${name} for a while: n8n registered it again ${Math.round(sinceMs / 1_000)} seconds after it had let go of it. What happened at Smile meanwhile was not delivered`,
	);
}

/** Smile could not be asked what is there. */
export function logUnasked(logger: Logger, { name, address }: Trigger, error: unknown): void {
	const reason = error instanceof Error ? error.message : 'for an unknown reason';
	logger.warn(
		`A webhook may be left at Smile: at ${address}, of the trigger ${name}. ${reason}. ${CLEAN_UP}`,
	);
}
