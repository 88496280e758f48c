import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestMethods,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';

import { readAnswer, type Answer } from './answer';
import { environmentOf } from './environment';
import { networkFailure } from './failure';

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
const TIMEOUT_MS = 10_000;

/**
 * One request to Smile with the credential's key, without a retry. Refusals and network faults come back as
 * values. Throws a NodeOperationError when the credential holds no usable address.
 */
export async function requestSmile(context: SmileContext, request: SmileRequest): Promise<Answer> {
	const environment = environmentOf(await context.getCredentials('getSmileApi'));
	if (!environment.ok) throw new NodeOperationError(context.getNode(), environment.problem);

	let response: { statusCode: number; body: unknown };
	try {
		response = await context.helpers.httpRequestWithAuthentication.call(context, 'getSmileApi', {
			method: request.method,
			url: `${environment.baseUrl}${request.path}`,
			qs: request.query,
			body: request.body,
			json: true,
			timeout: TIMEOUT_MS,
			// A redirect would carry key and secret to another address.
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
	} catch (error) {
		context.logger.debug('A request to Smile got no answer');
		return { ok: false, failure: networkFailure(error) };
	}
	return readAnswer(response.statusCode, response.body);
}
