import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { pause, pauseClock } from '../../api/pause';
import { readOne } from '../../api/read';

/** Pauses between two looks, in milliseconds; the last one goes on. */
const PAUSES_MS = [2_000, 4_000, 8_000, 10_000];

/**
 * The record once Smile has its result; the record as it is when the time is up, or when it cannot be read: what
 * was asked for has been done, and its id must not be lost. Throws when somebody stops the execution.
 */
export async function waitForResult(
	smile: SmileClient,
	path: string,
	record: IDataObject,
	most: number,
): Promise<IDataObject> {
	const end = pauseClock.now() + most;
	let latest = record;
	for (let looks = 0; latest.status === 'PROCESSING'; looks += 1) {
		const rest = end - pauseClock.now();
		if (rest <= 0) break;
		await pause(Math.min(PAUSES_MS[Math.min(looks, PAUSES_MS.length - 1)], rest), smile.signal);
		if (smile.signal?.aborted) throw cancelled(smile, record.id);
		const answer = await readOne(smile, `${path}/${encodeURIComponent(String(record.id))}`);
		if (!answer.ok) break;
		latest = answer.value;
	}
	return latest;
}

function cancelled(smile: SmileClient, id: unknown): NodeOperationError {
	return new NodeOperationError(smile.node, 'The execution was cancelled', {
		description: `Smile has the request ${String(id)}. Read its result later with Get.`,
	});
}
