import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { problemWithSecrets, webhookSecretOf } from '../api/webhookSecret';
import { triggerFields } from '../delivery/triggerParameters';
import type { Attempt } from './attempts';
import { parametersOf } from './registration';
import { problemWithEvents } from './subscription';
import { askSelf } from './askSelf';
import { sampleFor } from './sampleFor';
import { sendSample } from './sendSample';

/** Whether a test run is to bring a made-up event instead of waiting for Smile. */
export function isSampled(context: IHookFunctions): boolean {
	if (context.getMode() !== 'manual') return false;
	const { sampleInTests } = triggerFields(context);
	return sampleInTests.ok && sampleInTests.value;
}

/**
 * Has n8n deliver a made-up event to its own test address, in the way Smile would, soon after this returns. Smile is
 * not asked for anything. Throws when something has to be set first.
 */
export async function startSample(context: IHookFunctions, own: Attempt): Promise<boolean> {
	own.isSampled = true;
	const parameters = parametersOf(context);
	const credential = await context.getCredentials('getSmileApi');
	const problem = problemWithEvents(parameters.eventTypes) ?? problemWithSecrets(credential);
	if (problem !== undefined) throw new NodeOperationError(context.getNode(), problem);

	await askSelf(context, own.trigger.address);
	// What its expressions say is known only until create() returns.
	const text = JSON.stringify(sampleFor(parameters));
	void sendSample(context, own, { text, secret: webhookSecretOf(credential) });
	return true;
}
