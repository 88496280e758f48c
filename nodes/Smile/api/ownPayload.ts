import type { IDataObject } from 'n8n-workflow';

import type { Owner } from '../events/payloadGroups';
import { valueAt } from '../shared/valueAt';
import { anotherRecord, isAnother } from './another';
import type { SmileClient } from './client';
import { readOne } from './read';
import type { Result } from './result';

/** Whose payload is at a path: they are below an account or a user. */
export function ownerIn(path: string): Owner {
	const [, resource, id = ''] = path.split('/').map(decodeURIComponent);
	return resource === 'users' ? { userId: id } : { sourceId: id };
}

/** Reads the payload at a path. One whose metadata names another owner is no answer: it is a stranger's. */
export async function readOwnPayload(
	smile: SmileClient,
	path: string,
): Promise<Result<IDataObject>> {
	const found = await readOne(smile, path);
	if (!found.ok) return found;
	const named = Object.entries(ownerIn(path)).some(([name, id]) =>
		isAnother(valueAt(found.value, `metadata.${name}`), String(id)),
	);
	return named ? { ok: false, failure: anotherRecord() } : found;
}
