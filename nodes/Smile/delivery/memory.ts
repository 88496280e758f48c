import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { triggerKey } from '../shared/triggerKey';
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
	/** For the log, in which a test run counts as well. */
	trigger: string;
	/** For what the trigger has accepted: the same and the mode. */
	node: string;
	/** For the secrets: the same and the credential, so that another credential is read at once. */
	secrets: string;
	workflowId: string;
	nodeId: string;
	nodeName: string;
}

export function nodeKey(context: IHookFunctions | IWebhookFunctions, isTest: boolean): NodeKey {
	const ofWorkflow = context.getNode();
	const { id: nodeId, name: nodeName, credentials } = ofWorkflow;
	const workflowId = context.getWorkflow().id ?? '';
	const trigger = `${workflowId}/${triggerKey(ofWorkflow)}`;
	const node = `${trigger}/${isTest ? 'test' : 'live'}`;
	return {
		trigger,
		node,
		secrets: `${node}/${credentials?.getSmileApi?.id ?? ''}`,
		workflowId,
		nodeId,
		nodeName,
	};
}
