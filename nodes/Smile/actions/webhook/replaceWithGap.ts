import type { SmileClient } from '../../api/client';
import { createOrPutBack } from '../../api/createOrPutBack';
import type { OrThrow } from '../../api/errors';
import type { SmileWebhook } from '../../api/schemas';
import { deleteWebhook, type NewWebhook } from '../../api/webhooks';
import { write } from '../write';

interface Exchange {
	old: SmileWebhook;
	wanted: NewWebhook;
	known: ReadonlySet<string>;
}

/**
 * Deletes a webhook and then creates another for its address, where Smile allows one. Should the new
 * one not be made, the old one is put back.
 */
export async function replaceWithGap(
	{ smile, orThrow }: { smile: SmileClient; orThrow: OrThrow },
	{ old, wanted, known }: Exchange,
): Promise<{ created: SmileWebhook; gapMs: number }> {
	const startedAt = performance.now();
	const again = `Make it again with Create: ${fieldsOf(wanted)}.`;
	const gone = await write(
		{
			smile,
			orThrow,
			doing: `delete the webhook ${old.id}, the only one that Smile accepts for its address`,
			lookUp: `Look with Get Many whether it is gone. ${again}`,
		},
		async () => await deleteWebhook(smile, old.id),
	);

	let restored: SmileWebhook | undefined;
	const creating = {
		smile,
		orThrow,
		doing: `create the changed webhook after deleting ${old.id}, the only one that Smile accepts for its address`,
		lookUp: () =>
			restored
				? `The old webhook is back as ${restored.id}. What happened meanwhile is not delivered.`
				: `The webhook ${old.id} is gone and Smile delivers nothing to its address. ${again}`,
		hasBegun: true,
	};
	const created = await write(creating, async () => {
		// What was gone before is left to whoever has deleted it.
		const deleted = gone === 'deleted' ? [old] : [];
		const exchanged = await createOrPutBack(smile, { wanted, known, deleted });
		[restored] = exchanged.back;
		return exchanged.created;
	});
	const gapMs = Math.round(performance.now() - startedAt);
	smile.logger.warn(
		`Smile accepts one webhook for an address: ${old.id} was deleted ${gapMs} ms before its replacement ${created.id} was there. What happened meanwhile is not delivered`,
	);
	return { created, gapMs };
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
