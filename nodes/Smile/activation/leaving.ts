import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { isJsonObject } from '../shared/jsonObject';

const KEY = 'smileWebhooksLeaving';

/**
 * Webhooks that a process of n8n is about to remove, or was about to when it ended: another process that registers
 * the trigger meanwhile must not keep them. They are kept for the whole workflow, by the id of the node, since what
 * n8n stores for a node is lost when the node is renamed.
 */
export function readLeaving(context: IHookFunctions): string[] {
	const ids = marks(context)[context.getNode().id];
	return Array.isArray(ids) ? ids.map(String) : [];
}

/** Replaces what is noted for the node; an empty list leaves nothing behind. */
export function writeLeaving(context: IHookFunctions, ids: readonly string[]): void {
	const { id } = context.getNode();
	const { [id]: before, ...others } = marks(context);
	if (ids.length === 0 && before === undefined) return;
	const now: IDataObject = ids.length > 0 ? { ...others, [id]: [...ids] } : others;
	const data = context.getWorkflowStaticData('global');
	if (Object.keys(now).length > 0) data[KEY] = now;
	else delete data[KEY];
}

function marks(context: IHookFunctions): IDataObject {
	const noted = context.getWorkflowStaticData('global')[KEY];
	return isJsonObject(noted) ? (noted as IDataObject) : {};
}
