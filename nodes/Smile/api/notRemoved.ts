import type { SmileClient } from './client';
import type { Failure } from './failure';
import { cleanCode, cleanRequestId } from './withoutPersonal';

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
	failure: Failure,
): void {
	logger.warn(
		`A webhook may be left at Smile: ${id} at ${url} could not be deleted (${detailsOf(failure)}). ${CLEAN_UP}`,
	);
}

/** An inactive webhook whose creation was not answered, so that its id is not known. */
export function logMayBeMade(logger: SmileClient['logger'], url: string, failure: Failure): void {
	logger.warn(
		`A webhook may be left at Smile: an inactive one at ${url}, as nothing says whether it was made (${detailsOf(failure)}). ${CLEAN_UP}`,
	);
}

function detailsOf({ status, code, requestId, network }: Failure): string {
	const cause = code === undefined ? status && `HTTP ${status}` : cleanCode(code);
	return [cause, network, requestId && cleanRequestId(requestId)].filter(Boolean).join(', ');
}
