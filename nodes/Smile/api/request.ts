import { NodeOperationError, type IDataObject, type IHttpRequestMethods } from 'n8n-workflow';

import { hasSteps } from '../shared/textOf';
import { readAnswer, type Answer } from './answer';
import { stopIfCancelled } from './cancel';
import type { SmileClient } from './client';
import { noteDate } from './clock';
import { environmentOf } from './environment';
import { networkFailure } from './failure';
import { paced } from './pace';
import { withoutSent } from './withoutSent';

export interface SmileRequest {
	method: Extract<IHttpRequestMethods, 'GET' | 'POST' | 'PUT' | 'DELETE'>;
	/** Below the version path, such as `/webhooks`. */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	/** How long the answer may take, in milliseconds. */
	timeout?: number;
	/** Called when its turn within Smile's limit has come. */
	onTurn?(): void;
}

/** n8n's helper leaves an empty body out, and its content type with it, without which Smile may answer 415. */
const EMPTY_BODY = { body: '{}', headers: { 'Content-Type': 'application/json' } };

/** Whether a path could become another: by its own steps, or by those in an encoded part that somebody decodes. */
function leadsElsewhere(path: string): boolean {
	const [, ...parts] = path.split('/');
	return parts.some((part) => part === '' || hasSteps(decodeURIComponent(part)));
}

/** What is below it, Smile gives access to by invitation only. */
const BY_INVITATION = '/alpha/';

function isEmpty(body: IDataObject | undefined): boolean {
	return body !== undefined && Object.keys(body).length === 0;
}

/** Smile documents no limit of its own; a person waits for this in the editor. */
const TIMEOUT_MS = 8_000;

/**
 * One request to Smile with the client's key, as soon as Smile's limit allows and without a retry. Refusals
 * and network faults come back as values. Throws a NodeOperationError when the path or the credential holds no
 * usable address, or when the execution was cancelled.
 */
export async function requestSmile(smile: SmileClient, request: SmileRequest): Promise<Answer> {
	if (leadsElsewhere(request.path)) {
		throw new NodeOperationError(smile.node, 'An ID is empty, or is a path to something else');
	}
	const environment = environmentOf(smile.credential);
	if (!environment.ok) throw new NodeOperationError(smile.node, environment.problem);

	const { baseUrl } = environment;
	return await paced(
		baseUrl,
		async () => {
			stopIfCancelled(smile);
			request.onTurn?.();
			return await send(smile, baseUrl, request);
		},
		{ ...smile, isTooMany: (answer) => !answer.ok && answer.failure.kind === 'busy' },
	);
}

/** n8n's helper gives up a request under way by itself once the execution is cancelled. */
async function send(
	smile: SmileClient,
	baseUrl: string,
	{ method, path, query, body, timeout = TIMEOUT_MS }: SmileRequest,
): Promise<Answer> {
	const url = `${baseUrl}${path}`;
	let response: {
		statusCode: number;
		headers?: { location?: unknown; date?: unknown };
		body: unknown;
	};
	try {
		response = (await smile.send({
			method,
			url,
			qs: query,
			...(isEmpty(body) ? EMPTY_BODY : { body }),
			json: true,
			timeout,
			// A redirect would carry key and secret to another address.
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as typeof response;
	} catch (error) {
		stopIfCancelled(smile, { mayHaveHappened: method !== 'GET' });
		smile.logger.debug('A request to Smile got no answer');
		return { ok: false, failure: networkFailure(error) };
	}
	const { statusCode: status, headers, body: answered } = response;
	noteDate(baseUrl, headers?.date);
	const answer = readAnswer({ method, url, status, body: answered, location: headers?.location });
	if (answer.ok) return answer;
	const failure = withoutSent(answer.failure, { body, query });
	return {
		ok: false,
		failure: path.startsWith(BY_INVITATION) ? { ...failure, isByInvitation: true } : failure,
	};
}
