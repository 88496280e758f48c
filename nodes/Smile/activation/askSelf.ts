import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { networkProblem } from '../api/failure';
import { postEvent } from '../api/postEvent';
import { isRefusal } from '../delivery/refusals';

const TIMEOUT_MS = 5_000;
const BEGINNING = 'n8n cannot reach its own test address';

/**
 * Makes sure that n8n reaches this trigger at its test address: only the trigger refuses an unsigned delivery in
 * these words. Throws a sentence otherwise, before the editor begins to wait for an event that cannot come.
 */
export async function askSelf(context: IHookFunctions, url: string): Promise<void> {
	const problem = await problemWith(context, url);
	if (problem === undefined) return;
	const message = `${BEGINNING} ${url}: ${problem}`;
	const todo =
		'Set N8N_WEBHOOK_URL (older n8n: WEBHOOK_URL) to an address under which n8n reaches itself, and restart it; or take the option Sample Event in Test Runs away';
	throw new NodeOperationError(context.getNode(), `${message}. ${todo}, then try again`);
}

async function problemWith(context: IHookFunctions, url: string): Promise<string | undefined> {
	try {
		const answer = await postEvent(context, { url, text: '{}', timeout: TIMEOUT_MS });
		if (isRefusal('signature', answer)) return undefined;
		return `something else answered there, with HTTP ${answer.status}`;
	} catch (error) {
		context.logger.debug('n8n did not answer itself at the test address of a Smile Trigger');
		return networkProblem(error);
	}
}
