import type { IHookFunctions } from 'n8n-workflow';

import { clientOf, lastingClientOf } from '../api/client';
import { environmentOf, placeOf } from '../api/environment';
import type { WebhookName } from '../api/notRemoved';
import { nodeKey, signingSecrets } from '../delivery/memory';
import type { Registered } from './attempts';
import { deleteAll } from './deleteAll';
import { writeLeaving } from './leaving';
import { logElsewhere, logLeft, logUnasked } from './log';
import { attempts, removals } from './memory';
import { throwingFor, webhooksAt } from './registration';
import { removeLater } from './removeLater';
import { isOfWorkflow, ownsAddress, readState, writeState } from './state';
import { triggerOf, type Trigger } from './trigger';

const READING = 'read the webhooks at Smile';

/**
 * What n8n calls delete() for: the end of a test run, the clean-up after a failed activation, and to unpublish a
 * workflow or register its trigger anew. Only the last may throw, so that n8n tries again when Smile cannot be asked:
 * after a test run n8n leaves an error unhandled, and after a failed activation it keeps its own webhook row, so that
 * publishing again says "published" and registers nothing.
 */
export async function unsubscribe(context: IHookFunctions): Promise<boolean> {
	const trigger = triggerOf(context);
	const reason = attempts.endOf(trigger);
	if (reason.kind === 'unpublished') removals.endRegistration(trigger.id);
	const isTest = reason.kind === 'test run' || reason.kind === 'sampled test run';
	signingSecrets.forget(nodeKey(context, isTest).secrets);
	switch (reason.kind) {
		case 'sampled test run':
			return true;
		case 'test run':
			return await quietly(context, async () => await removeAtOnce(context, trigger));
		case 'failed activation':
			return await quietly(context, async () => await takeBack(context, trigger, reason));
		case 'unpublished':
			if (ownsAddress(readState(context), trigger)) return await unpublish(context, trigger);
			return await quietly(context, async () => await leave(context, trigger));
	}
}

async function quietly(context: IHookFunctions, work: () => Promise<void>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (error) {
		logUnasked(context.logger, triggerOf(context), error);
		return false;
	}
}

/** Nothing but test runs of this trigger uses the address. */
async function removeAtOnce(context: IHookFunctions, { address }: Trigger): Promise<void> {
	const smile = await clientOf(context);
	await deleteAll(smile, throwingFor(smile)(await webhooksAt(smile, address), READING));
}

/** What was there before the activation that failed stays as it was. */
async function takeBack(
	context: IHookFunctions,
	trigger: Trigger,
	{ made, serving }: Registered,
): Promise<void> {
	if (made) return removeLater(await lastingClientOf(context), trigger, [made], {});
	// n8n before 2.40 stores what a registration kept only after every trigger of the workflow was registered.
	const left = storedWebhook(context, trigger) ?? serving;
	if (!left) return;
	// n8n may ask twice; what the registration made is on its way out then.
	if (removals.of(trigger.id).some(({ removal }) => removal.ids.includes(left.id))) return;
	logLeft(context.logger, left, 'as it was before a registration failed');
}

function storedWebhook(context: IHookFunctions, trigger: Trigger): WebhookName | undefined {
	const state = readState(context);
	const { webhookId: id, webhookUrl: url } = state;
	return id === undefined || url === undefined || !isOfWorkflow(state, trigger)
		? undefined
		: { id, url };
}

/** The address is this workflow's, so whatever is there goes, also what took the place of the stored webhook. */
async function unpublish(context: IHookFunctions, trigger: Trigger): Promise<boolean> {
	const state = readState(context);
	const smile = await lastingClientOf(context);
	const webhooks = throwingFor(smile)(await webhooksAt(smile, trigger.address), READING);

	logElsewhere(context.logger, state, {
		address: trigger.address,
		environment: placeOf(environmentOf(smile.credential)),
	});
	if (webhooks.length > 0) removeLater(smile, trigger, webhooks, state);
	writeState(context, {});
	writeLeaving(
		context,
		webhooks.map(({ id }) => id),
	);
	return true;
}

/** Nothing says that the address is this workflow's: what is there may serve its original, here or in another n8n. */
async function leave(context: IHookFunctions, trigger: Trigger): Promise<void> {
	const scheduled = removals.of(trigger.id);
	// n8n has let go of the trigger before, and its webhooks are on their way out.
	if (scheduled.length > 0) return;

	const state = readState(context);
	writeState(context, {});
	const smile = await clientOf(context);
	if (isOfWorkflow(state, trigger)) {
		const environment = placeOf(environmentOf(smile.credential));
		logElsewhere(context.logger, state, { address: trigger.address, environment });
	}
	const webhooks = throwingFor(smile)(await webhooksAt(smile, trigger.address), READING);
	const why = `since nothing stored with the workflow ${trigger.workflowId} says that it is its own`;
	for (const webhook of webhooks) logLeft(context.logger, webhook, why);
}
