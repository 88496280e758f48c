import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { isJsonObject } from '../shared/jsonObject';
import { triggerKey } from '../shared/triggerKey';

const KEY = 'smileWebhooksLeaving';

/**
 * Webhooks that a process of n8n is about to remove, or was about to when it ended: another process that registers
 * the trigger meanwhile must not keep them. They are kept for the whole workflow, since what n8n stores for a node is
 * lost when the node is renamed, and read whatever trigger they were noted for: its key can change although its address
 * stays. In the earlier form of the note they stand under the id of the node alone.
 */
export function readLeaving(context: IHookFunctions): string[] {
	return Object.values(marks(context)).flatMap(idsOf);
}

/** Forgets what is noted for a trigger that is served now, and what serves it, under whatever key that is noted. */
export function forgetLeaving(context: IHookFunctions, serving: string): void {
	writeLeaving(context, []);
	for (const [key, noted] of Object.entries(marks(context))) {
		const ids = idsOf(noted);
		if (!ids.includes(serving)) continue;
		const others = ids.filter((id) => id !== serving);
		write(context, key, others);
	}
}

/** Replaces what is noted for the trigger; an empty list leaves nothing behind. */
export function writeLeaving(context: IHookFunctions, ids: readonly string[]): void {
	const node = context.getNode();
	write(context, node.id, []);
	write(context, triggerKey(node), ids);
}

function write(context: IHookFunctions, key: string, ids: readonly string[]): void {
	const { [key]: before, ...others } = marks(context);
	if (ids.length === 0 && before === undefined) return;
	const now: IDataObject = ids.length > 0 ? { ...others, [key]: [...ids] } : others;
	const data = context.getWorkflowStaticData('global');
	if (Object.keys(now).length > 0) data[KEY] = now;
	else delete data[KEY];
}

function idsOf(ids: IDataObject[string]): string[] {
	return Array.isArray(ids) ? ids.map(String) : [];
}

function marks(context: IHookFunctions): IDataObject {
	const noted = context.getWorkflowStaticData('global')[KEY];
	return isJsonObject(noted) ? (noted as IDataObject) : {};
}
