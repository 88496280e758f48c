import type { IHookFunctions } from 'n8n-workflow';

import { attempt } from './attempt';
import { keepable } from './choose';
import { registrationOf, webhooksAt } from './registration';
import { isSampled } from './startSample';
import { lookFor, settle } from './settle';
import { warnOfUnansweredPath } from './unansweredPath';

/** Whether Smile has exactly the webhook this workflow wants; anything else is left to `subscribe`. */
export async function isSubscribed(context: IHookFunctions): Promise<boolean> {
	return await attempt(context, async (own) => {
		const { trigger } = own;
		warnOfUnansweredPath(context);
		if (isSampled(context)) return false;
		const registration = await registrationOf(context, trigger);
		const { smile, wanted, orThrow } = registration;
		const listed = await webhooksAt(smile, trigger.address);
		const hooks = orThrow(listed, 'read the webhooks at Smile');
		const look = lookFor(context, trigger, wanted);
		const [mine] = hooks.length === 1 ? await keepable(hooks, look) : [];
		if (!mine) return false;

		await settle(context, trigger, { smile, look, winner: mine, deleted: new Set() });
		own.serving = mine;
		return true;
	});
}
