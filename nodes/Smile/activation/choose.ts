import type { SmileWebhook } from '../api/schemas';
import type { NewWebhook } from '../api/webhooks';
import { byAge } from '../api/webhookSettings';
import type { KeptState } from './state';
import { isAsWanted } from './subscription';

/** Whom a webhook is looked at for. */
export interface Look {
	wanted: NewWebhook;
	/** Tells the secret of a webhook whose secret Smile does not echo. */
	state: KeptState;
	/** Webhooks that are being removed, perhaps by another process: they cannot be kept. */
	leaving: ReadonlySet<string>;
	/** These and those that n8n has let go of: deleted to make room for another, they are not put back. */
	letGo: ReadonlySet<string>;
}

/** Those that are as wanted and may be kept, oldest first: two processes that see the same list choose the same. */
export async function keepable(
	hooks: readonly SmileWebhook[],
	{ wanted, state, leaving }: Look,
): Promise<SmileWebhook[]> {
	const found: SmileWebhook[] = [];
	for (const hook of hooks) {
		if (!leaving.has(hook.id) && (await isAsWanted(hook, wanted, state))) found.push(hook);
	}
	return found.sort(byAge);
}

/**
 * Which of the webhooks at an address serves the workflow, and which of the rest are to be deleted: those that were
 * there before this registration began, and further ones that are as wanted, since another process that registers
 * the same workflow chooses the same one. What else has come meanwhile is left: where Smile does not echo secrets, it
 * may be the one that the other process has just made.
 */
export async function choose(
	hooks: readonly SmileWebhook[],
	mine: SmileWebhook,
	known: ReadonlySet<string>,
	look: Look,
): Promise<{ winner: SmileWebhook; outdated: SmileWebhook[] }> {
	const serving = await keepable(hooks, look);
	const winner = serving[0] ?? mine;
	const isOutdated = ({ id }: SmileWebhook) =>
		id !== winner.id && (known.has(id) || serving.some((other) => other.id === id));
	return { winner, outdated: hooks.filter(isOutdated) };
}
