import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { detailsOf } from './details';
import { CUSTOM, environmentOf } from './environment';
import { CONNECTION_FAILED, isKeyRefused, isMissing, type Failure } from './failure';
import { REQUESTS_PER_SECOND } from './rate';

/** What a person is told of a failure; without a full stop at the end of `what`. */
export interface Sentences {
	what: string;
	todo: string;
}

/** Only the environment Custom has an address that a person could correct. */
function checkAddress(environment: string): string {
	return environment === CUSTOM
		? 'Check the Base URL in the Smile API credential, with its version path such as /v1, and any proxy or firewall in between.'
		: 'Check any proxy or firewall between n8n and Smile.';
}

/** What a person is told of a failure, with Smile's code, text and request id behind what happened. */
export function toldOf(failure: Failure, credential: ICredentialDataDecryptedObject): Sentences {
	const { what, todo } = sentencesOf(failure, credential);
	const details = detailsOf(failure, credential);
	return { what: details ? `${what} (${details})` : what, todo };
}

/** The words for a failure, the same for operations, publishing and the test of a credential. */
function sentencesOf(failure: Failure, credential: ICredentialDataDecryptedObject): Sentences {
	const environment = environmentOf(credential).label;
	if (isKeyRefused(failure)) {
		return {
			what: `Smile refused the API key in the ${environment} environment`,
			todo: `Check in the Smile API credential that API key and API secret are right and belong to the ${environment} environment: a key works in one environment only.${failure.status === 403 ? ' A right key may lack access to this part of the API: ask Smile for it.' : ''}`,
		};
	}
	if (isMissing(failure)) {
		return {
			what: 'Smile does not know it',
			todo: `It may have been deleted, or belong to another environment or account. Check the ID.${environment === CUSTOM ? ' Check the Base URL in the Smile API credential too, with its version path such as /v1.' : ''}`,
		};
	}
	if (failure.kind === 'foreign') return sentencesOfForeign(failure, environment);
	return sentencesByKind(failure, environment);
}

/** What something answered that is not Smile's API. */
function sentencesOfForeign({ status = 0, redirectsTo }: Failure, environment: string): Sentences {
	if (status < 400) {
		return {
			what: `the address redirects to ${redirectsTo ?? 'another one'}, and redirects are not followed with the API key`,
			todo: checkAddress(environment),
		};
	}
	if (status === 407) {
		return {
			what: 'a proxy between n8n and Smile wants a login',
			todo: 'Put its user and password into the proxy settings of this n8n, then restart it.',
		};
	}
	return {
		what: 'the answer did not come from the Smile API but from something in between',
		todo: checkAddress(environment),
	};
}

function sentencesByKind({ kind, code, network, reason }: Failure, environment: string): Sentences {
	switch (kind) {
		case 'busy':
			return {
				what: 'Smile is receiving too many requests from this address',
				todo: `Smile allows ${REQUESTS_PER_SECOND} requests a second for each address. Wait a moment, then try again.`,
			};
		case 'fault':
			return code === undefined
				? {
						what: 'Smile cannot handle requests right now: a gateway answered in its place',
						todo: `Try again later. If it goes on: ${checkAddress(environment)}`,
					}
				: {
						what: 'Smile cannot handle requests right now',
						todo: 'Try again later. If it goes on, give the request id to Smile support.',
					};
		case 'unreachable':
			return {
				what: `Smile could not be reached in the ${environment} environment, ${network ?? CONNECTION_FAILED}`,
				todo: `Check ${environment === CUSTOM ? 'the Base URL in the Smile API credential and ' : ''}that this n8n may reach the Internet, then try again.`,
			};
		case 'unreadable':
			return {
				what: 'the answer did not come from the Smile API or was cut off',
				todo: checkAddress(environment),
			};
		case 'unexpected':
			return {
				what: `Smile's answer cannot be used: ${reason ?? 'it is not what was asked for'}`,
				todo: 'Nothing of it was taken for whole. Try again; if it goes on, tell Smile support.',
			};
		default:
			return {
				what: 'Smile did not accept the request',
				todo: 'Check the fields of this node. Smile does not say which one it means.',
			};
	}
}
