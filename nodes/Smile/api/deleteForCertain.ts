import type { SmileClient } from './client';
import { mayHaveHappened } from './failure';
import type { Result } from './result';
import { deleteWebhook, listWebhooks } from './webhooks';

/**
 * Deletes a webhook. Where every answer to that was lost, the list says whether it was done, if it can be read.
 */
export async function deleteForCertain(
	smile: SmileClient,
	id: string,
): Promise<Result<'deleted' | 'gone'>> {
	const gone = await deleteWebhook(smile, id);
	if (gone.ok || !mayHaveHappened(gone.failure)) return gone;
	const listed = await listWebhooks(smile);
	const isDone = listed.ok && listed.value.every((hook) => hook.id !== id);
	return isDone ? { ok: true, value: 'deleted' } : gone;
}
