import type { INodeExecutionData, IWebhookResponseData } from 'n8n-workflow';

import type { DeliveryResponse } from './answered';

/** Starts one execution with these items and answers 200. */
export function accept(items: INodeExecutionData[]): IWebhookResponseData {
	return { webhookResponse: { status: 'accepted' }, workflowData: [items] };
}

/** Starts nothing and answers 200, so that Smile does not send the event again. */
export function ignore(reason: 'filtered' | 'duplicate'): IWebhookResponseData {
	return { webhookResponse: { status: 'ignored', reason } };
}

/** Starts nothing; Smile tries twice more on anything but 2xx. Strangers learn no more than the reason's name. */
export function refuse(
	response: DeliveryResponse,
	statusCode: number,
	reason: 'signature' | 'envelope' | 'address' | 'size',
): IWebhookResponseData {
	response.status(statusCode).json({ status: 'rejected', reason });
	return { noWebhookResponse: true };
}

/** Starts nothing because n8n itself failed: 503 makes Smile send the event again. */
export function sendAgain(
	response: DeliveryResponse,
	reason: 'credential' | 'body' | 'busy',
): IWebhookResponseData {
	response.status(503).json({ status: 'failed', reason });
	return { noWebhookResponse: true };
}
