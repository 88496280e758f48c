import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

/** How n8n was asked to send one request. */
export interface Sent {
	request: IHttpRequestOptions;
	/** The credential's type and its decrypted form, where n8n was to put its key into the request. */
	type?: string;
	more?: unknown;
	/** What n8n's helper was called on. */
	self?: unknown;
}

/**
 * The part of n8n's contexts that a client is made of. Its requests get these replies, one after the other. `reads` are
 * the credentials that were read.
 */
export function scriptedContext(credential: ICredentialDataDecryptedObject, ...replies: unknown[]) {
	const sent: Sent[] = [];
	const reads: unknown[][] = [];
	const cancelling = new AbortController();
	const reply = async (one: Sent) => {
		sent.push(one);
		return await Promise.resolve(replies.shift());
	};
	const node = { id: 'node-1', name: 'Smile', type: 'smile', typeVersion: 1, parameters: {} };
	const logger = { error() {}, warn() {}, info() {}, debug() {} };
	const context = {
		getCredentials: async (...read: unknown[]) => {
			reads.push(read);
			return await Promise.resolve(credential);
		},
		getNode: () => node,
		getExecutionCancelSignal: () => cancelling.signal,
		logger,
		helpers: {
			httpRequest: async (request: IHttpRequestOptions) => await reply({ request }),
			async httpRequestWithAuthentication(
				this: unknown,
				type: string,
				request: IHttpRequestOptions,
				more: unknown,
			) {
				return await reply({ request, type, more, self: this });
			},
		},
	};
	return {
		context: context as unknown as IExecuteFunctions & IHookFunctions & ILoadOptionsFunctions,
		sent,
		reads,
		node,
		logger,
		signal: cancelling.signal,
	};
}
