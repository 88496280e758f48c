import type { IWebhookFunctions } from 'n8n-workflow';

/** n8n's request: `rawBody` holds the exact bytes (after gzip), filled in by `readRawBody`. */
export type DeliveryRequest = ReturnType<IWebhookFunctions['getRequestObject']> & {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
};

/**
 * The bytes Smile signed. For content types that n8n does not parse (octet-stream, vendor JSON) nobody
 * has read the body yet when `webhook()` runs on a typeVersion above 1 (n8n 2.41, webhook-helpers).
 *
 * Throws what n8n's reader throws when the body is cut off or larger than N8N_PAYLOAD_SIZE_MAX.
 */
export async function rawBody(request: DeliveryRequest): Promise<Buffer> {
	if (request.rawBody === undefined) await request.readRawBody?.();
	return request.rawBody ?? Buffer.alloc(0);
}

/** Whether `rawBody` failed because the body is larger than n8n accepts (raw-body's `status`). */
export function isTooLarge(error: unknown): boolean {
	return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}
