import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

import { isText } from '../shared/text';
import { optionalSecretText, secretText } from '../shared/secretText';

/** Reads the secrets from the trigger's credential. Throws what n8n throws when it cannot be read. */
export async function readSecrets(context: IWebhookFunctions): Promise<readonly string[]> {
	return secretsOf(await context.getCredentials('getSmileApi'));
}

/**
 * The secrets a delivery may be signed with: the credential's current one, then the previous one if any. An expression
 * may give a number, which Smile is given as text. Yes and no, a list or an object are no secret.
 */
export function secretsOf({
	webhookSecret,
	previousWebhookSecret,
}: ICredentialDataDecryptedObject): readonly string[] {
	return [secretText(webhookSecret), optionalSecretText(previousWebhookSecret)]
		.map((secret) => (secret.ok ? secret.value : ''))
		.filter(isText);
}
