import { sleep, type IHookFunctions } from 'n8n-workflow';

import { networkProblem } from '../api/failure';
import { postEvent, type EventPost } from '../api/postEvent';
import type { Attempt } from './attempts';
import { attempts } from './memory';

const TIMEOUT_MS = 10_000;
/** n8n finishes what it has begun with create(), and the editor learns that it waits, before the event arrives. */
const AFTER_MS = 500;
const TRIES = 3;

/**
 * Sends the sample once create() has returned, and again where n8n has not taken it. Ends without having sent it when
 * the test run is over. Never throws.
 */
export async function sendSample(
	context: IHookFunctions,
	own: Attempt,
	sample: Pick<EventPost, 'text' | 'secret'>,
): Promise<void> {
	const { address: url, name } = own.trigger;
	let problem: string | undefined;
	for (let tries = 0; tries < TRIES; tries += 1) {
		await sleep(AFTER_MS);
		if (!attempts.isCurrent(own)) return;
		problem = await problemWith(context, { url, ...sample, timeout: TIMEOUT_MS });
		if (problem === undefined) return;
	}
	context.logger.warn(
		`The sample event for the test run of the trigger ${name} was not accepted at ${url} (${problem}). Stop listening, then try again`,
	);
}

/** Why n8n has not taken the sample; undefined when it has. */
async function problemWith(context: IHookFunctions, post: EventPost): Promise<string | undefined> {
	try {
		const { status } = await postEvent(context, post);
		return status < 300 ? undefined : `HTTP ${status}`;
	} catch (error) {
		context.logger.debug('The sample event of a test run got no answer');
		return networkProblem(error);
	}
}
