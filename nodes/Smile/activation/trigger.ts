import type { IHookFunctions } from 'n8n-workflow';

import { withSmallHttps } from '../api/webhookUrl';
import { triggerKey } from '../shared/triggerKey';

/** A trigger at the address under which n8n listens for it now. */
export interface Trigger {
	workflowId: string;
	/** The same after the node or its credential was changed, and after n8n got another address. */
	id: string;
	/** The address n8n composes, as it is to be at Smile; another one for a test run. */
	address: string;
	/** Workflow and node, as a log line names them. */
	name: string;
}

export function triggerOf(context: IHookFunctions): Trigger {
	const node = context.getNode();
	const workflow = context.getWorkflow();
	const workflowId = workflow.id ?? '';
	return {
		workflowId,
		id: `${workflowId}/${triggerKey(node)}`,
		address: withSmallHttps(context.getNodeWebhookUrl('default') ?? ''),
		name: `"${node.name}" of workflow ${workflowId}`,
	};
}
