import type {
	IWebhookData,
	WebhookSetupMethodNames,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { loadContexts } from './core';
import type { SingleNodeWorkflow } from './workflow';

export type Loaded = SingleNodeWorkflow & { webhookData: IWebhookData };

/** Calls one lifecycle method of a trigger in n8n's own context for it. */
export async function callLifecycle(
	method: WebhookSetupMethodNames,
	{ workflow, node, webhookData }: Loaded,
	mode: WorkflowExecuteMode,
	activation: WorkflowActivateMode,
): Promise<boolean> {
	const { HookContext } = await loadContexts();
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const lifecycle = nodeType.webhookMethods?.[webhookData.webhookDescription.name]?.[method];
	const { workflowExecuteAdditionalData } = webhookData;
	const context = new HookContext(
		workflow,
		node,
		workflowExecuteAdditionalData,
		mode,
		activation,
		webhookData,
	);
	return (await lifecycle?.call(context)) ?? false;
}
