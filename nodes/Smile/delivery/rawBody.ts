import type { IWebhookFunctions } from 'n8n-workflow';

import { messageOf } from '../shared/messageOf';

/** n8n's request: `rawBody` holds the exact bytes (after gzip), filled in by `readRawBody`. */
export type DeliveryRequest = ReturnType<IWebhookFunctions['getRequestObject']> & {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
};

/**
 * The bytes Smile signed. For content types that n8n does not parse (octet-stream, vendor JSON) nobody
 * has read the body yet when `webhook()` runs on a typeVersion above 1 (n8n 2.41, webhook-helpers). n8n's reader
 * throws when the body is cut off or larger than N8N_PAYLOAD_SIZE_MAX.
 */
export async function readBody(
	request: DeliveryRequest,
	logger: IWebhookFunctions['logger'],
): Promise<Buffer | 'too large' | 'unreadable'> {
	try {
		if (request.rawBody === undefined) await request.readRawBody?.();
		return request.rawBody ?? Buffer.alloc(0);
	} catch (error) {
		logger.debug('The body of a delivery could not be read', { reason: messageOf(error) });
		return isTooLarge(error) ? 'too large' : 'unreadable';
	}
}

/** Whether the body is larger than n8n accepts (raw-body's `status`). */
function isTooLarge(error: unknown): boolean {
	return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}
