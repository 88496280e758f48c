import type { SmileClient } from './client';
import type { Failure } from './failure';

/** What a log line says of a webhook. */
export interface WebhookName {
	id: string;
	url: string;
}

/** What an operator can do about a webhook that nobody may need. */
export const CLEAN_UP =
	'If nobody needs it, delete it with the Smile node: Webhook, Get Many, then Delete';

/** A webhook whose deletion failed. */
export function logNotRemoved(
	logger: SmileClient['logger'],
	{ id, url }: WebhookName,
	{ status, code, requestId, network }: Failure,
): void {
	const details = [code ?? (status && `HTTP ${status}`), network, requestId].filter(Boolean);
	logger.warn(
		`A webhook may be left at Smile: ${id} at ${url} could not be deleted (${details.join(', ')}). ${CLEAN_UP}`,
	);
}
