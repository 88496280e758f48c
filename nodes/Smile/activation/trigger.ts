import type { IHookFunctions } from 'n8n-workflow';

import { withSmallHttps } from '../api/webhookUrl';

/** A trigger at the address under which n8n listens for it now. */
export interface Trigger {
	workflowId: string;
	/** The same after the node, its address or its credential was changed. */
	id: string;
	/** The address n8n composes, as it is to be at Smile; another one for a test run. */
	address: string;
	/** Workflow and node, as a log line names them. */
	name: string;
}

export function triggerOf(context: IHookFunctions): Trigger {
	const { id: nodeId, name } = context.getNode();
	const workflow = context.getWorkflow();
	const workflowId = workflow.id ?? '';
	return {
		workflowId,
		id: `${workflowId}/${nodeId}`,
		address: withSmallHttps(context.getNodeWebhookUrl('default') ?? ''),
		name: `"${name}" of workflow ${workflowId}`,
	};
}
