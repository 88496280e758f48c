import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { isJsonObject } from '../shared/jsonObject';
import { triggerKey } from '../shared/triggerKey';

const KEY = 'smileWebhooksLeaving';

/**
 * Webhooks that a process of n8n is about to remove, or was about to when it ended: another process that registers
 * the trigger meanwhile must not keep them. They are kept for the whole workflow, since what n8n stores for a node is
 * lost when the node is renamed. In the earlier form of the note they stand under the id of the node alone.
 */
export function readLeaving(context: IHookFunctions): string[] {
	const noted = marks(context);
	const node = context.getNode();
	return [noted[triggerKey(node)], noted[node.id]]
		.flatMap((ids) => (Array.isArray(ids) ? ids : []))
		.map(String);
}

/** Replaces what is noted for the trigger; an empty list leaves nothing behind. */
export function writeLeaving(context: IHookFunctions, ids: readonly string[]): void {
	const node = context.getNode();
	const key = triggerKey(node);
	const { [key]: before, [node.id]: earlier, ...others } = marks(context);
	if (ids.length === 0 && before === undefined && earlier === undefined) return;
	const now: IDataObject = ids.length > 0 ? { ...others, [key]: [...ids] } : others;
	const data = context.getWorkflowStaticData('global');
	if (Object.keys(now).length > 0) data[KEY] = now;
	else delete data[KEY];
}

function marks(context: IHookFunctions): IDataObject {
	const noted = context.getWorkflowStaticData('global')[KEY];
	return isJsonObject(noted) ? (noted as IDataObject) : {};
}
