import type { IHookFunctions } from 'n8n-workflow';

import type { SmileClient } from '../api/client';
import { environmentOf, placeOf } from '../api/environment';
import type { SmileWebhook } from '../api/schemas';
import type { NewWebhook } from '../api/webhooks';
import type { Look } from './choose';
import { clock } from './clock';
import { forgetLeaving, readLeaving } from './leaving';
import { logElsewhere, logGap } from './log';
import { removals } from './memory';
import { hashSecret } from './secretHash';
import { isOfWorkflow, readState, writeState } from './state';
import type { Trigger } from './trigger';

/** A trigger that n8n registers again after so many milliseconds was published anew, and not edited. */
const EDIT_TAKES_AT_MOST_MS = 5 * 60_000;

/** What is known before the registration: from the removal that it takes over, or from what n8n has stored. */
export function lookFor(context: IHookFunctions, trigger: Trigger, wanted: NewWebhook): Look {
	// A test run has nothing to do with what becomes of the published trigger.
	const isTest = context.getMode() === 'manual';
	const scheduled = isTest ? [] : removals.of(trigger.id);
	const waiting = isTest ? [] : removals.waitingAt(trigger.address);
	// What this process has noted itself it can still keep.
	const noted = readLeaving(context).filter((id) => !waiting.includes(id));
	const leaving = new Set([...noted, ...removals.goingAt(trigger.address)]);
	const ownIds = scheduled.flatMap(({ removal }) => removal.ids);
	const letGo = new Set([...leaving, ...waiting, ...ownIds]);
	return { wanted, leaving, letGo, state: scheduled.at(-1)?.removal.state ?? readState(context) };
}

/** Keeps which webhook serves the trigger now, and ends what was under way for the one before. */
export async function settle(
	context: IHookFunctions,
	trigger: Trigger,
	result: { smile: SmileClient; look: Look; winner: SmileWebhook; deleted: ReadonlySet<string> },
): Promise<void> {
	const { smile, look, winner, deleted } = result;
	const environment = placeOf(environmentOf(smile.credential));
	const before = readState(context);
	if (isOfWorkflow(before, trigger)) {
		logElsewhere(context.logger, before, { address: trigger.address, environment });
	}
	const isKnown = look.state.webhookId === winner.id && look.state.secretHash !== undefined;
	writeState(context, {
		webhookId: winner.id,
		webhookUrl: winner.url,
		workflowId: trigger.workflowId,
		environment,
		secretHash: isKnown ? look.state.secretHash : await hashSecret(look.wanted.secret),
	});
	if (context.getMode() === 'manual') return;
	forgetLeaving(context, winner.id);
	// The trigger had it before, or another one at its address, such as its original that was unpublished just before.
	removals.spare(winner.id);
	takeOverRemovals(context, trigger, deleted);
}

/** What had another key, environment or address before is deleted the way it was to be, now that its successor is there. */
function takeOverRemovals(
	context: IHookFunctions,
	trigger: Trigger,
	deleted: ReadonlySet<string>,
): void {
	for (const { removal, hasBegun, at } of removals.takeOver(trigger.id)) {
		const sinceMs = clock.now() - at;
		if (!hasBegun) {
			void removals.carryOut(
				removal,
				removal.ids.filter((id) => !deleted.has(id)),
			);
		} else if (sinceMs < EDIT_TAKES_AT_MOST_MS) {
			logGap(context.logger, trigger, sinceMs);
		}
	}
}
