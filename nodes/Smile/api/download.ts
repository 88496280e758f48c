import type { IExecuteFunctions } from 'n8n-workflow';

import { Slots } from '../shared/slots';
import { stopIfCancelled } from './cancel';
import type { SmileClient } from './client';
import { environmentOf } from './environment';
import { fetchFile } from './fetchFile';
import { pause } from './pause';
import { AGAIN, failed, storeFile, type Download, type NamedFile } from './storeFile';

/** From the first request to the last byte, in milliseconds. */
const TIMEOUT_MS = 60_000;

/**
 * Files that one execution fetches side by side: each is held in memory, in part or, where n8n keeps files there, as
 * a whole.
 */
const AT_ONCE = 3;
const slotsOf = new WeakMap<IExecuteFunctions, Slots>();

/**
 * Fetches a file into n8n's binary store, a few of an execution at a time and without holding the whole of it. Nothing
 * of the address but its host, and no file name, gets into what it says. Throws when somebody stops the execution.
 */
export async function download(
	context: IExecuteFunctions,
	smile: SmileClient,
	file: NamedFile,
): Promise<Download> {
	const slots = slotsOf.get(context) ?? new Slots(AT_ONCE);
	slotsOf.set(context, slots);
	await slots.take();
	try {
		return await downloadNow(context, smile, file);
	} finally {
		slots.give();
	}
}

async function downloadNow(
	context: IExecuteFunctions,
	smile: SmileClient,
	file: NamedFile,
): Promise<Download> {
	stopIfCancelled(smile);
	const environment = environmentOf(smile.credential);
	if (!environment.ok) return failed(environment.problem, AGAIN);
	const { baseUrl } = environment;
	const over = new AbortController();
	const end = () => over.abort();
	smile.signal?.addEventListener('abort', end, { signal: over.signal });
	const limit = { isTimeUp: false };
	void pause(TIMEOUT_MS, over.signal).then(() => {
		limit.isTimeUp = !over.signal.aborted;
		end();
	});
	try {
		const fetch = { context, baseUrl, signal: over.signal };
		const answer = await fetchFile(fetch, file.url);
		const found = await storeFile(context, file, answer, baseUrl);
		if (found.kind !== 'failed') return found;
		stopIfCancelled(smile);
		return limit.isTimeUp
			? failed(`it took more than ${TIMEOUT_MS / 1_000} seconds`, AGAIN)
			: found;
	} finally {
		// What was not read to its end would keep its connection.
		end();
	}
}
