import {
	OperationalError,
	UnexpectedError,
	type IWebhookData,
	type IWebhookResponseData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Request, Response } from 'express';
import { loadContexts } from './core';
import type { Executions } from './executions';
import { isParsable, parseBody } from './requestBody';
import { ResponseError } from './responseError';
import type { SingleNodeWorkflow } from './workflow';

export interface WebhookCall extends SingleNodeWorkflow {
	webhookData: IWebhookData;
	mode: WorkflowExecuteMode;
	executions: Executions;
	request: Request;
	response: Response;
}

/** What n8n sends, unless the node has sent its own answer already. */
export type WebhookAnswer = { isSent: true } | { isSent?: false; status: number; data: unknown };

/** Settles once, however often it is called. */
export interface Reply {
	answer(answer: WebhookAnswer): void;
	fail(error: Error): void;
}

/**
 * Runs a node's webhook() and starts the execution, in the order in which n8n 2.41 does (webhook-helpers):
 * body, node, then either the answer alone, or the execution and after that the answer. Resolves to whether
 * an execution was started. Response modes other than onReceived are left out.
 */
export async function executeWebhook(call: WebhookCall, reply: Reply): Promise<boolean> {
	const status = responseCodeOf(call);
	try {
		await readBody(call);
		const { result, error } = await runNode(call);
		if (error)
			reply.fail(new UnexpectedError('Workflow Webhook Error: Workflow could not be started!'));
		if (result.noWebhookResponse) reply.answer({ isSent: true });
		if (result.workflowData === undefined) {
			const data = result.webhookResponse ?? { message: 'Webhook call received' };
			reply.answer({ status, data });
			return false;
		}
		await call.executions.start(result.workflowData[0] ?? [], error);
		reply.answer({ status, data: answerAfterStart(call, result) });
		return true;
	} catch (error) {
		const isKnown = error instanceof ResponseError && error.status < 500;
		reply.fail(
			isKnown
				? error
				: new OperationalError('There was a problem executing the workflow', { cause: error }),
		);
		return false;
	}
}

/** n8n leaves bodies of unknown content types unread for nodes above typeVersion 1. */
async function readBody({ request, node }: WebhookCall): Promise<void> {
	if (node.typeVersion > 1 && !isParsable(request.contentType)) return;
	await parseBody(request);
}

async function runNode(
	call: WebhookCall,
): Promise<{ result: IWebhookResponseData; error?: Error }> {
	const { workflow, node, webhookData, mode, request, response } = call;
	const { WebhookContext } = await loadContexts();
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const additionalData = {
		...webhookData.workflowExecuteAdditionalData,
		httpRequest: request,
		httpResponse: response,
	};
	const context = new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
	try {
		const result = await nodeType.webhook?.call(context);
		if (result === undefined) throw new Error(`${node.name} has no webhook()`);
		return { result };
	} catch (error) {
		// n8n shows the error in an execution of its own.
		return {
			result: { noWebhookResponse: true, workflowData: [[{ json: {} }]] },
			error: error as Error,
		};
	}
}

/**
 * The body once the execution has started (n8n 2.41, webhook-on-received-response-extractor): the description
 * goes before the node's own answer, and one that says nothing means the literal text firstEntryJson.
 */
function answerAfterStart(
	{ workflow, node, webhookData, mode }: WebhookCall,
	{ webhookResponse }: IWebhookResponseData,
): unknown {
	const responseData = workflow.expression.getComplexParameterValue(
		node,
		webhookData.webhookDescription.responseData,
		mode,
		{},
		undefined,
		'firstEntryJson',
	);
	if (responseData === 'noData') return undefined;
	return responseData || (webhookResponse ?? { message: 'Workflow was started' });
}

function responseCodeOf({ workflow, node, webhookData, mode }: WebhookCall): number {
	const { responseCode } = webhookData.webhookDescription;
	return Number(
		workflow.expression.getSimpleParameterValue(node, responseCode, mode, {}, undefined, 200),
	);
}
