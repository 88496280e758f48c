import type { IDataObject } from 'n8n-workflow';

import type { SmileClient } from './client';
import { unexpected } from './failure';
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
	return isOf(record, id)
		? { ok: true, value: record }
		: { ok: false, failure: unexpected('it is another record than the one that was asked for') };
}

/** Some records of Smile's have no id of their own. Whether it tells capitals apart in ids it does not say. */
function isOf({ id }: IDataObject, wanted: string): boolean {
	if (id === undefined || id === null) return true;
	return String(id).trim().toLowerCase() === wanted.trim().toLowerCase();
}
