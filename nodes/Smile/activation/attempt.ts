import type { IHookFunctions } from 'n8n-workflow';

import { acceptedDeliveries, nodeKey } from '../delivery/memory';
import type { Attempt } from './attempts';
import { attempts, removals } from './memory';
import { triggerOf } from './trigger';

/**
 * Runs checkExists() or create() as a part of one registration: while it goes on no removal of the trigger begins,
 * and what it throws makes the delete() that n8n calls next one of a failed activation. `work` says whether Smile
 * has the webhook now.
 */
export async function attempt(
	context: IHookFunctions,
	work: (attempt: Attempt) => Promise<boolean>,
): Promise<boolean> {
	const trigger = triggerOf(context);
	const isTest = context.getMode() === 'manual';
	const own = attempts.begin(trigger, isTest);
	// Who listens for a test event again wants to see it, even if it is the one seen before.
	if (isTest) acceptedDeliveries.forget(nodeKey(context, true).node);
	else removals.beginRegistration(trigger);

	let isRegistered: boolean | undefined;
	try {
		isRegistered = await work(own);
		return isRegistered;
	} finally {
		// Where Smile has no webhook yet, n8n calls create() next.
		if (isRegistered !== false) own.outcome = isRegistered ? 'registered' : 'failed';
		if (!isTest && own.outcome !== 'under way') removals.endRegistration(trigger.id);
	}
}
