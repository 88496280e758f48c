import {
	NodeHelpers,
	type IHttpRequestMethods,
	type INode,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
} from 'n8n-workflow';

/** The webhook that a node declares, as n8n registers it (n8n 2.41, WebhookService.getNodeWebhooks). */
export function webhookDataOf(
	workflow: Workflow,
	node: INode,
	workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
	isTest: boolean,
): IWebhookData {
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const webhookDescription = description.webhooks?.[0];
	if (!webhookDescription) throw new Error(`The node ${node.name} declares no webhook`);

	const evaluate = (text: string | boolean | undefined) =>
		workflow.expression.getSimpleParameterValue(node, text, 'internal', {});
	const declaredPath = String(evaluate(webhookDescription.path))
		.trim()
		.replace(/^\/|\/$/g, '');
	const isFullPath = evaluate(webhookDescription.isFullPath as string | undefined) === true;
	return {
		httpMethod: String(evaluate(webhookDescription.httpMethod) ?? 'GET') as IHttpRequestMethods,
		node: node.name,
		path: NodeHelpers.getNodeWebhookPath(workflow.id, node, declaredPath, isFullPath),
		webhookDescription,
		workflowId: workflow.id,
		workflowExecuteAdditionalData,
		isTest,
	};
}
