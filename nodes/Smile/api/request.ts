import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestMethods,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';

import { readAnswer, type Answer } from './answer';
import { cancelSignal, stopIfCancelled } from './cancel';
import { environmentOf } from './environment';
import { networkFailure } from './failure';
import { paced } from './pace';

/** The n8n contexts that may speak to Smile. */
export type SmileContext = IHookFunctions | IExecuteFunctions | ILoadOptionsFunctions;

export interface SmileRequest {
	method: Extract<IHttpRequestMethods, 'GET' | 'POST' | 'DELETE'>;
	/** Below the version path, such as `/webhooks`. */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
}

/** Smile documents no limit of its own; a person waits for this in the editor. */
const TIMEOUT_MS = 8_000;

/**
 * One request to Smile with the credential's key, as soon as Smile's limit allows and without a retry. Refusals
 * and network faults come back as values. Throws a NodeOperationError when the credential holds no usable
 * address, or when the execution was cancelled.
 */
export async function requestSmile(context: SmileContext, request: SmileRequest): Promise<Answer> {
	const environment = environmentOf(await context.getCredentials('getSmileApi'));
	if (!environment.ok) throw new NodeOperationError(context.getNode(), environment.problem);

	const { baseUrl } = environment;
	return await paced(
		baseUrl,
		async () => {
			stopIfCancelled(context);
			return await send(context, baseUrl, request);
		},
		cancelSignal(context),
	);
}

/** n8n's helper gives up a request under way by itself once the execution is cancelled. */
async function send(
	context: SmileContext,
	baseUrl: string,
	{ method, path, query, body }: SmileRequest,
): Promise<Answer> {
	let response: { statusCode: number; body: unknown };
	try {
		response = await context.helpers.httpRequestWithAuthentication.call(context, 'getSmileApi', {
			method,
			url: `${baseUrl}${path}`,
			qs: query,
			body,
			json: true,
			timeout: TIMEOUT_MS,
			// A redirect would carry key and secret to another address.
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
	} catch (error) {
		stopIfCancelled(context);
		context.logger.debug('A request to Smile got no answer');
		return { ok: false, failure: networkFailure(error) };
	}
	return readAnswer(response.statusCode, response.body);
}
