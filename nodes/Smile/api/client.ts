import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INode,
	Logger,
} from 'n8n-workflow';

import { NodeOperationError } from 'n8n-workflow';

import type { Slots } from '../shared/slots';
import { cancelSignal } from './cancel';
import type { Turn } from './turns';

/** The n8n contexts that may speak to Smile. */
export type SmileContext = IHookFunctions | IExecuteFunctions | ILoadOptionsFunctions;

/** Smile as one item or one activation reaches it: under the address and with the key of its credential. */
export interface SmileClient extends Turn {
	node: INode;
	/** With the values that its expressions had for the item. */
	credential: ICredentialDataDecryptedObject;
	logger: Logger;
	/** Fires when the execution is cancelled; activation and the editor's lists have none. */
	signal?: AbortSignal;
	/** For what may be read side by side; without, one thing is read after the other. */
	slots?: Slots;
	/** Makes one HTTP request with the key. */
	send(request: IHttpRequestOptions): Promise<unknown>;
}

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
	};
}

/**
 * A client that also works once the call of n8n it was made in has returned: n8n 2.41 then resolves no expressions
 * any more, not even that which puts the key into a request.
 */
export async function lastingClientOf(context: IHookFunctions): Promise<SmileClient> {
	const data = await context.getCredentials('getSmileApi');
	const auth = { username: String(data.apiKey ?? ''), password: String(data.apiSecret ?? '') };
	return {
		...clientWith(context, data),
		isUrgent: true,
		send: async (request) => await context.helpers.httpRequest({ ...request, auth }),
	};
}

function clientWith(
	context: SmileContext,
	credential: ICredentialDataDecryptedObject,
): Omit<SmileClient, 'send'> {
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
export function clientUntil(smile: SmileClient, signal: AbortSignal): SmileClient {
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
