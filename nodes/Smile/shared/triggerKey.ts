import type { INode } from 'n8n-workflow';

/**
 * Names a trigger among those of its workflow, in the memory of this process and in what n8n stores. The node's id
 * alone will not do: in a workflow that was imported or came through n8n's API two nodes can have the same one or
 * none. So what n8n makes the node's address of is part of it: the webhook id, without one the name. A rename thus
 * changes the key only where it changes the address as well, but for capitals. Then nothing that is kept under the key before is of use
 * at the new address, and a removal of what is at the old one goes on by itself. Where n8n gives the node another id
 * at the same address (2.41 mends ids when it publishes), what goes by the address still keeps its webhook.
 */
export function triggerKey({
	id,
	name,
	webhookId,
}: Pick<INode, 'id' | 'name' | 'webhookId'>): string {
	return `${id}/${webhookId ?? name}`;
}
