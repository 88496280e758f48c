import type { IDataObject } from 'n8n-workflow';

import { anotherRecord, isAnother } from './another';
import type { SmileClient } from './client';
import { readOne } from './read';
import type { Result } from './result';

/**
 * Reads the record of an id from below the path of its kind. One that has another id is no answer: it may be a
 * stranger's. `unwrapped` gives a record out of what an answer wraps it in.
 */
export async function readRecord(
	smile: SmileClient,
	path: string,
	id: string,
	unwrapped: (answered: IDataObject) => IDataObject = (answered) => answered,
): Promise<Result<IDataObject>> {
	const answer = await readOne(smile, `${path}/${encodeURIComponent(id)}`);
	if (!answer.ok) return answer;
	const record = unwrapped(answer.value);
	return isAnother(record.id, id)
		? { ok: false, failure: anotherRecord() }
		: { ok: true, value: record };
}
