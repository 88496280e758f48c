import { NodeApiError, type ICredentialDataDecryptedObject, type INode } from 'n8n-workflow';

import { environmentOf } from './environment';
import { isKeyRefused, isMissing, type Failure } from './failure';

const MAY_BE_DONE =
	'Smile may have done it all the same. Look there before you run this again, as it would then be done twice.';

interface Sentence {
	what: string;
	todo: string;
}

export interface ErrorPlace {
	node: INode;
	credential: ICredentialDataDecryptedObject;
	/** What was being done, as in "could not …". */
	doing: string;
	itemIndex?: number;
	/** After a failed activation n8n 1 shows the description alone, so it then repeats the message. */
	isActivation?: boolean;
}

/**
 * An n8n error for a failed call. After a failed activation n8n 2.41 shows the message alone, so Smile's code,
 * text and request id stand in it. It is made of words only: n8n's own HTTP error holds the key.
 */
export function smileError(failure: Failure, place: ErrorPlace): NodeApiError {
	const { what, todo: advice } = explain(failure, environmentOf(place.credential).label);
	const todo = failure.mayBeDone ? `${MAY_BE_DONE} ${advice}` : advice;
	const details = detailsOf(failure, place.credential);
	const message = `Could not ${place.doing}: ${what}${details && ` (${details})`}`;
	const error = new NodeApiError(
		place.node,
		{ message },
		{
			message,
			description: place.isActivation ? `${message}. ${todo}` : todo,
			httpCode: failure.status === undefined ? undefined : String(failure.status),
			itemIndex: place.itemIndex,
		},
	);
	if (failure.mayBeDone) error.context.mayHaveHappened = true;
	return error;
}

function explain(failure: Failure, environment: string): Sentence {
	if (isKeyRefused(failure)) {
		return {
			what: `Smile refused the API key in the ${environment} environment`,
			todo: `Check in the Smile API credential that API key and API secret are right and belong to the ${environment} environment: a key works in one environment only.${failure.status === 403 ? ' A right key may lack access to this part of the API: ask Smile for it.' : ''}`,
		};
	}
	if (isMissing(failure)) {
		return {
			what: 'Smile does not know it',
			todo: 'It may have been deleted, or belong to another environment or account. Check the ID.',
		};
	}
	switch (failure.kind) {
		case 'busy':
			return {
				what: 'Smile is receiving too many requests from this address',
				todo: 'Smile allows 20 requests a second for each address. Wait a moment, then try again.',
			};
		case 'fault':
			return {
				what: 'Smile cannot handle requests right now',
				todo: 'Try again later. If it goes on, give the request id to Smile support.',
			};
		case 'unreachable':
			return {
				what: `Smile could not be reached in the ${environment} environment, ${failure.network ?? 'the connection failed'}`,
				todo: 'Check the address in the Smile API credential and that this n8n may reach the Internet, then try again.',
			};
		case 'unreadable':
			return {
				what: 'the answer did not come from the Smile API or was cut off',
				todo: 'Check the address in the Smile API credential, with its version path such as /v1, and any proxy in between.',
			};
		default:
			return {
				what: 'Smile did not accept the request',
				todo: 'Check the fields of this node. Smile does not say which one it means.',
			};
	}
}

function detailsOf(failure: Failure, credential: ICredentialDataDecryptedObject): string {
	const cause = [failure.code, failure.text].filter(Boolean).join(': ');
	const status = failure.status === undefined ? '' : `HTTP ${failure.status}`;
	const request = failure.requestId ? `request ${failure.requestId}` : '';
	const details = [cause || status, request].filter(Boolean).join(', ');
	return withoutSecrets(details, credential);
}

/** Smile's texts are its own: should one repeat a secret, it does not get into n8n's logs. */
function withoutSecrets(text: string, credential: ICredentialDataDecryptedObject): string {
	const { apiKey, apiSecret, webhookSecret, previousWebhookSecret } = credential;
	return [apiKey, apiSecret, webhookSecret, previousWebhookSecret]
		.filter((secret): secret is string => typeof secret === 'string' && secret.length > 3)
		.reduce((clean, secret) => clean.split(secret).join('***'), text);
}
