import { sleep, type IWebhookFunctions } from 'n8n-workflow';

export type DeliveryResponse = ReturnType<IWebhookFunctions['getResponseObject']>;

/** How long n8n may take to answer a caller that has already hung up: Smile's next tries come meanwhile. */
const GRACE_MS = 60_000;
const POLL_MS = 100;

/**
 * Resolves once it is known how n8n answered: true for 2xx.
 *
 * When the caller hangs up first, n8n may still be about to start the execution; what it then writes to the
 * dead connection decides, because Smile's next try would otherwise start the event a second time.
 */
export async function answered(response: DeliveryResponse): Promise<boolean> {
	if (!response.writableFinished && !response.closed) {
		await new Promise<void>((resolve) => {
			response.once('finish', resolve);
			response.once('close', resolve);
		});
	}
	for (let waited = 0; !response.writableEnded && waited < GRACE_MS; waited += POLL_MS) {
		await sleep(POLL_MS);
	}
	return response.writableEnded && response.statusCode >= 200 && response.statusCode < 300;
}
