import { stopIfCancelled } from '../../api/cancel';
import { toTheEnd, type SmileClient } from '../../api/client';
import { createOrPutBack } from '../../api/createOrPutBack';
import { deleteForCertain } from '../../api/deleteForCertain';
import type { OrThrow } from '../../api/errors';
import { mayHaveHappened } from '../../api/failure';
import { logGap, logUnsure } from '../../api/gap';
import type { SmileWebhook } from '../../api/schemas';
import type { NewWebhook } from '../../api/webhooks';
import { write } from '../write';

interface Exchange {
	old: SmileWebhook;
	wanted: NewWebhook;
	known: ReadonlySet<string>;
}

/**
 * Deletes a webhook and then creates another for its address, where Smile allows one. Should the new
 * one not be made, the old one is put back. Once it has begun it goes on to its end, also when the execution is
 * cancelled meanwhile: otherwise there would be none.
 */
export async function replaceWithGap(
	{ smile, orThrow }: { smile: SmileClient; orThrow: OrThrow },
	{ old, wanted, known }: Exchange,
): Promise<{ created: SmileWebhook; gapMs: number }> {
	stopIfCancelled(smile);
	const lasting = toTheEnd(smile);
	const startedAt = performance.now();
	const gapMs = () => Math.round(performance.now() - startedAt);
	const again = `Make it again with Create: ${fieldsOf(wanted)}.`;
	const gone = await write(
		{
			smile,
			orThrow,
			doing: `delete the webhook ${old.id}, the only one that Smile accepts for its address`,
			lookUp: `Look with Get Many whether it is gone. ${again}`,
		},
		async () => {
			const deleted = await deleteForCertain(lasting, old.id);
			// Whoever cancelled the execution does not see its error.
			if (!deleted.ok && mayHaveHappened(deleted.failure)) logUnsure(smile.logger, old);
			return deleted;
		},
	);

	let restored: SmileWebhook | undefined;
	const creating = {
		smile,
		orThrow,
		doing: `create the changed webhook after deleting ${old.id}, the only one that Smile accepts for its address`,
		lookUp: () =>
			restored
				? `The old webhook is back as ${restored.id}${old.secret ? '' : ', signed with the Secret of this update'}. What happened meanwhile is not delivered.`
				: `The webhook ${old.id} is gone and Smile delivers nothing to its address. ${again}`,
		hasBegun: true,
	};
	const created = await write(creating, async () => {
		// What was gone before is left to whoever has deleted it.
		const deleted = gone === 'deleted' ? [old] : [];
		// Where Smile hides secrets, the wanted one is what a person said that the receiver checks.
		const { secret } = wanted;
		const exchanged = await createOrPutBack(lasting, { wanted, known, deleted, secret });
		[restored] = exchanged.back;
		const isGap = exchanged.created.ok || deleted.length > 0;
		if (isGap) logGap(smile.logger, exchanged, { outdated: [old], ms: gapMs() });
		return exchanged.created;
	});
	return { created, gapMs: gapMs() };
}

/** What Create asks for, in the words of its fields; the secret has no place in an error. */
function fieldsOf({ name, url, eventTypes, active, includePayload }: NewWebhook): string {
	return [
		`Name ${name}`,
		`URL ${url}`,
		`Events ${eventTypes.join(', ')}`,
		`Active ${active ? 'on' : 'off'}`,
		`Include Payload ${includePayload ? 'on' : 'off'}`,
		'and the Secret that its receiver checks',
	].join('; ');
}
