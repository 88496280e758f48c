import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Read } from '../shared/read';
import { optionalSecretText, secretText } from '../shared/secretText';
import { LONGEST_SECRET } from './limits';

/**
 * The Webhook Secret of a credential as text, the same that a delivery is checked with; empty where it has none. The
 * problem is that an expression gave something else.
 */
export function readWebhookSecret({ webhookSecret }: ICredentialDataDecryptedObject): Read<string> {
	return secretText(webhookSecret);
}

/** The Webhook Secret of a credential; empty where it has none that is text. */
export function webhookSecretOf(credential: ICredentialDataDecryptedObject): string {
	const secret = readWebhookSecret(credential);
	return secret.ok ? secret.value : '';
}

/** Why the Webhook Secret of a credential cannot sign webhooks; undefined when it can. */
export function problemWithSecret(credential: ICredentialDataDecryptedObject): string | undefined {
	const secret = readWebhookSecret(credential);
	if (!secret.ok) {
		return `The Webhook Secret of the Smile API credential ${secret.problem}. Enter 1 to ${LONGEST_SECRET} random characters there, then try again`;
	}
	if (secret.value === '') {
		return `The Webhook Secret of the Smile API credential is empty, so deliveries could not be verified. Enter 1 to ${LONGEST_SECRET} random characters there, then try again`;
	}
	if (secret.value.length > LONGEST_SECRET) {
		return `Smile accepts webhook secrets of at most ${LONGEST_SECRET} characters, but the one in the Smile API credential has ${secret.value.length}. Shorten it there, then try again`;
	}
	return undefined;
}

/**
 * Why deliveries could not be verified under all secrets that a credential is meant to have; undefined when they can.
 * Nothing would be accepted under a previous one that is no text, so a rotation would lose events.
 */
export function problemWithSecrets(credential: ICredentialDataDecryptedObject): string | undefined {
	const problem = problemWithSecret(credential);
	if (problem !== undefined) return problem;
	const previous = optionalSecretText(credential.previousWebhookSecret);
	if (previous.ok) return undefined;
	return `The Previous Webhook Secret of the Smile API credential ${previous.problem}. Correct it there or empty it, then try again`;
}
