import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INode,
	Logger,
} from 'n8n-workflow';

import type { Slots } from '../shared/slots';
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
	/** The same, but not given up once the execution is cancelled; where it is missing, nothing cancels `send`. */
	sendToTheEnd?(request: IHttpRequestOptions): Promise<unknown>;
}
