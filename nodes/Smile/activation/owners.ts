import type { IHookFunctions } from 'n8n-workflow';

/**
 * Which workflow last took each webhook as its own, in this process. Where two workflows have the same address, as
 * a workflow and its copy, n8n refuses to publish the second and, in n8n 1 and when n8n starts, calls delete() for
 * it. By its address alone that would delete the webhook through which the first is served.
 */
const owners = new Map<string, string>();

/** Names the workflow; all without an id count as one. */
export function ownerOf(context: IHookFunctions): string {
	return context.getWorkflow().id ?? '';
}

/** Notes that the workflow is served through the webhook with this id. */
export function own(context: IHookFunctions, webhookId: string): void {
	owners.set(webhookId, ownerOf(context));
}

/** Whether another workflow is known to be served through the webhook. */
export function isOfAnother(context: IHookFunctions, webhookId: string): boolean {
	return (owners.get(webhookId) ?? ownerOf(context)) !== ownerOf(context);
}

/** Notes that the webhook is gone. */
export function disown(webhookId: string): void {
	owners.delete(webhookId);
}
