/* eslint-disable @n8n/community-nodes/no-restricted-imports -- waits for a turn of the event loop */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Request } from 'express';
import type { INodeType, IWebhookResponseData } from 'n8n-workflow';
import { additionalDataFor } from '../support/contexts/additionalData';
import { loadContexts } from '../support/contexts/core';
import type { CredentialStore } from '../support/contexts/credentialStore';
import { webhookDataOf } from '../support/contexts/webhookData';
import { createWorkflow } from '../support/contexts/workflow';
import { DiscardedResponse } from './discardedResponse';

/** One answer of webhook(), and how long the call took. */
export interface Delivered {
	micros: number;
	status: number;
	outcome: 'accepted' | 'duplicate' | 'filtered' | 'signature' | 'other';
}

export type Deliver = (bytes: Buffer, signature: string) => Promise<Delivered>;

/**
 * A published Smile Trigger without n8n's HTTP server. Every call runs webhook() in a new context of
 * n8n-core, then answers as n8n does and waits until the answer is out. Only webhook() is timed: what n8n
 * does before and after it costs the same for every trigger.
 */
export async function benchedTrigger(
	nodeType: INodeType,
	credentials: CredentialStore,
	events: string[],
): Promise<Deliver> {
	const { WebhookContext } = await loadContexts();
	const webhook = nodeType.webhook;
	if (!webhook) throw new Error('The trigger has no webhook()');
	const { workflow, node } = createWorkflow({
		nodeType,
		parameters: { events },
		id: randomUUID(),
		webhookId: randomUUID(),
		credentials: { getSmileApi: { id: 'credential-1', name: 'Sample credential' } },
	});
	const additionalData = additionalDataFor(credentials);
	const webhookData = webhookDataOf(workflow, node, additionalData, false);

	return async (bytes, signature) => {
		const response = new DiscardedResponse();
		const data = {
			...additionalData,
			httpRequest: requestOf(bytes, signature),
			httpResponse: response.asExpress(),
		};
		const context = new WebhookContext(workflow, node, data, 'webhook', webhookData, [], null);

		const startedAt = performance.now();
		const result = await webhook.call(context);
		const micros = (performance.now() - startedAt) * 1000;

		if (!('noWebhookResponse' in result)) response.status(200).json(answerOf(result));
		await response.whenSent();
		// Each delivery over HTTP has a turn of the event loop; without one, Node's own clean-up never runs.
		await setImmediate();
		return { micros, status: response.statusCode, outcome: outcomeOf(result, response) };
	};
}

function requestOf(bytes: Buffer, signature: string): Request {
	const request: Partial<Request> = {
		method: 'POST',
		ip: '127.0.0.1',
		headers: { 'content-type': 'application/json', 'smile-signature': signature },
		params: {},
		query: {},
		rawBody: bytes,
	};
	return request as Request;
}

function answerOf(result: IWebhookResponseData): { status?: string; reason?: string } {
	return (result.webhookResponse ?? {}) as { status?: string; reason?: string };
}

function outcomeOf(
	result: IWebhookResponseData,
	{ statusCode }: DiscardedResponse,
): Delivered['outcome'] {
	if (result.noWebhookResponse) return statusCode === 401 ? 'signature' : 'other';
	const { status, reason } = answerOf(result);
	if (status === 'accepted' && result.workflowData) return 'accepted';
	return reason === 'duplicate' || reason === 'filtered' ? reason : 'other';
}
