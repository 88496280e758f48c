import type { IWebhookFunctions } from 'n8n-workflow';

export type DeliveryResponse = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Resolves once n8n has answered, however late: true for 2xx.
 *
 * A caller that hangs up first decides nothing: n8n may still be about to start the execution, and with
 * N8N_CONCURRENCY_PRODUCTION_LIMIT it waits for a place as long as it takes (n8n 2.41, ConcurrencyQueue). Smile's
 * next try would then start the event a second time. Node emits no documented event when a dead connection is
 * answered, so `end` is watched, which every way to answer ends in.
 *
 * Never resolves where n8n never answers, as when a person cancels an execution that waits for a place. Until then
 * only the response holds on to what waits here, so both leave memory together.
 */
export async function answered(response: DeliveryResponse): Promise<boolean> {
	if (response.writableEnded) return isSuccess(response);
	return await new Promise<boolean>((resolve) => {
		const { end } = response;
		response.end = (...given: unknown[]): DeliveryResponse => {
			const result = Reflect.apply(end, response, given) as DeliveryResponse;
			resolve(isSuccess(response));
			return result;
		};
	});
}

function isSuccess({ statusCode }: DeliveryResponse): boolean {
	return statusCode >= 200 && statusCode < 300;
}
