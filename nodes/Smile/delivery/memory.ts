import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { DeliveryLog } from './deliveryLog';
import { Duplicates } from './duplicates';
import { SchemaWatch } from './schemaWatch';
import { SigningSecrets } from './signingSecrets';

/** What this process remembers between deliveries. n8n offers a trigger no shared store that is atomic. */
export const signingSecrets = new SigningSecrets();
export const acceptedDeliveries = new Duplicates();
export const deliveryLog = new DeliveryLog();
export const schemaWatch = new SchemaWatch();

/** Who a memory belongs to. A test run never swallows a production event: the mode is part of it. */
export interface NodeKey {
	/** For what the node has accepted: workflow, node and mode. */
	node: string;
	/** For the secrets: the same and the credential, so that another credential is read at once. */
	secrets: string;
	workflowId: string;
	nodeId: string;
	nodeName: string;
}

export function nodeKey(context: IHookFunctions | IWebhookFunctions, isTest: boolean): NodeKey {
	const { id: nodeId, name: nodeName, credentials } = context.getNode();
	const workflowId = context.getWorkflow().id ?? '';
	const node = [workflowId, nodeId, isTest ? 'test' : 'live'].join('/');
	return {
		node,
		secrets: `${node}/${credentials?.getSmileApi?.id ?? ''}`,
		workflowId,
		nodeId,
		nodeName,
	};
}
