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
	let outcome = '';
	for (let tries = 0; tries < TRIES; tries += 1) {
		await sleep(AFTER_MS);
		if (!attempts.isCurrent(own)) return;
		try {
			const { status } = await postEvent(context, { url, ...sample, timeout: TIMEOUT_MS });
			if (status >= 200 && status < 300) return;
			outcome = `HTTP ${status}`;
		} catch (error) {
			outcome = networkProblem(error);
			context.logger.debug('The sample event of a test run got no answer');
		}
	}
	context.logger.warn(
		`The sample event for the test run of the trigger ${name} was not accepted at ${url} (${outcome}). Stop listening, then try again`,
	);
}
