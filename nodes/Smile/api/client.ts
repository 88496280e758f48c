import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IHookFunctions,
} from 'n8n-workflow';

import { cancelSignal } from './cancel';
import type { SmileClient, SmileContext } from './smileClient';

export type { SmileClient, SmileContext };

/**
 * The client of one item; without an index that of an activation or of a list in the editor, which somebody waits
 * for.
 */
export async function clientOf(context: SmileContext, itemIndex?: number): Promise<SmileClient> {
	const type = 'getSmileApi';
	const data = await context.getCredentials(type, itemIndex);
	return {
		...clientWith(context, data),
		isUrgent: itemIndex === undefined,
		send: async (request) =>
			// Without these values n8n would take those of the first item.
			await context.helpers.httpRequestWithAuthentication.call(context, type, request, {
				credentialsDecrypted: { id: '', name: type, type, data },
			}),
		sendToTheEnd: lastingSend(context, data),
	};
}

/**
 * A client that also works once the call of n8n it was made in has returned: n8n 2.41 then resolves no expressions
 * any more, not even that which puts the key into a request.
 */
export async function lastingClientOf(context: IHookFunctions): Promise<SmileClient> {
	const data = await context.getCredentials('getSmileApi');
	return {
		...clientWith(context, data),
		isUrgent: true,
		send: lastingSend(context, data),
	};
}

/**
 * The same client for what has to be finished once it has begun, also when its execution is cancelled meanwhile: it
 * waits for its turn, pauses and asks again all the same.
 */
export function toTheEnd(smile: SmileClient): SmileClient {
	return { ...smile, signal: undefined, send: smile.sendToTheEnd ?? smile.send };
}

/** Puts the key into a request without n8n, which would give the request up with the execution. */
function lastingSend(
	context: SmileContext,
	data: ICredentialDataDecryptedObject,
): SmileClient['send'] {
	const auth = { username: String(data.apiKey ?? ''), password: String(data.apiSecret ?? '') };
	return async (request) => await context.helpers.httpRequest({ ...request, auth });
}

function clientWith(
	context: SmileContext,
	credential: ICredentialDataDecryptedObject,
): Omit<SmileClient, 'send' | 'sendToTheEnd'> {
	const { logger } = context;
	return {
		node: context.getNode(),
		credential,
		logger,
		signal: cancelSignal(context),
		lane: context,
	};
}

/** The same client for something that may be given up on its own: nobody then waits for its answers any more. */
export function clientUntil(
	smile: SmileClient,
	signal: AbortSignal,
): SmileClient & { signal: AbortSignal } {
	return {
		...smile,
		signal,
		send: async (request) => {
			const over = new AbortController();
			const givenUp = new Promise<never>((_, reject) => {
				const end = () => reject(new NodeOperationError(smile.node, 'No longer wanted'));
				signal.addEventListener('abort', end, { signal: over.signal });
			});
			try {
				return await Promise.race([smile.send(request), givenUp]);
			} finally {
				over.abort();
			}
		},
	};
}
