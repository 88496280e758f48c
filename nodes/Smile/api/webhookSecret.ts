import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { LONGEST_SECRET } from './limits';

/** The Webhook Secret of a credential; empty where it has none. */
export function webhookSecretOf({ webhookSecret }: ICredentialDataDecryptedObject): string {
	return String(webhookSecret ?? '');
}

/** Why a secret cannot sign webhooks; undefined when it can. */
export function problemWithSecret(secret: string): string | undefined {
	if (secret === '') {
		return `The Webhook Secret of the Smile API credential is empty, so deliveries could not be verified. Enter 1 to ${LONGEST_SECRET} random characters there, then try again`;
	}
	if (secret.length > LONGEST_SECRET) {
		return `Smile accepts webhook secrets of at most ${LONGEST_SECRET} characters, but the one in the Smile API credential has ${secret.length}. Shorten it there, then try again`;
	}
	return undefined;
}
