import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { pause, pauseClock } from '../../api/pause';
import type { Result } from '../../api/result';
import { idForAddress } from '../../shared/textOf';

/** Pauses between two looks, in milliseconds; the last one goes on. */
const PAUSES_MS = [2_000, 4_000, 8_000, 10_000];

/**
 * The record once Smile has its result; the record as it is when the time is up, or when it cannot be read: what
 * was asked for has been done, and its id must not be lost. Throws when somebody stops the execution.
 */
export async function waitForResult(
	smile: SmileClient,
	read: (id: string) => Promise<Result<IDataObject>>,
	record: IDataObject,
	most: number,
): Promise<IDataObject> {
	const end = pauseClock.now() + most;
	let latest = record;
	const id = idForAddress(record.id);
	// Without an id nothing can be asked for.
	if (id === undefined) return record;
	for (let looks = 0; latest.status === 'PROCESSING'; looks += 1) {
		const rest = end - pauseClock.now();
		if (rest <= 0) break;
		await pause(Math.min(PAUSES_MS[Math.min(looks, PAUSES_MS.length - 1)], rest), smile.signal);
		if (smile.signal?.aborted) throw cancelled(smile, id);
		const answer = await read(id);
		if (!answer.ok) break;
		latest = answer.value;
	}
	return latest;
}

function cancelled(smile: SmileClient, id: string): NodeOperationError {
	return new NodeOperationError(smile.node, 'The execution was cancelled', {
		description: `Smile has the request ${id}. Read its result later with Get.`,
	});
}
