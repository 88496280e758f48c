import type { IHookFunctions } from 'n8n-workflow';

import { beginActivation, finishActivation } from './activations';
import { firstAsWanted, registrationOf, remember, webhooksAt, webhookUrl } from './registration';
import { warnOfUnansweredPath } from './unansweredPath';

/** Whether Smile has exactly the webhook this workflow wants; anything else is left to `subscribe`. */
export async function isSubscribed(context: IHookFunctions): Promise<boolean> {
	beginActivation(context, webhookUrl(context));
	warnOfUnansweredPath(context);
	const { smile, wanted, orThrow } = await registrationOf(context);
	const hooks = orThrow(await webhooksAt(smile, wanted.url), 'read the webhooks at Smile');
	const mine = hooks.length === 1 ? await firstAsWanted(context, hooks, wanted) : undefined;
	if (!mine) return false;

	await remember(context, mine, wanted);
	finishActivation(context, wanted.url);
	return true;
}
