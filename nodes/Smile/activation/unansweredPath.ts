import type { IHookFunctions } from 'n8n-workflow';

/**
 * Warns in the log when n8n will answer 404 at the address of this node. Without a webhook id n8n makes the address
 * of the node's name and encodes it (getNodeWebhookPath of n8n-workflow), but looks a delivery's path up decoded: a
 * name such as "Smile Trigger" is not found. The editor and the API of n8n 2 give every trigger an id; the command
 * import:workflow and the API of n8n 1 do not.
 */
export function warnOfUnansweredPath(context: IHookFunctions): void {
	const { name, webhookId } = context.getNode();
	if (webhookId !== undefined || encodeURIComponent(name) === name) return;
	context.logger.warn(
		`No event will reach "${name}": its workflow was imported without an id for the webhook, and n8n does not find an address made of a name with spaces or special characters. Add the trigger anew in the editor, or name it SmileTrigger, then publish again`,
		{ workflowId: context.getWorkflow().id },
	);
}
