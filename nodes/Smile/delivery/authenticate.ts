import type { IWebhookFunctions } from 'n8n-workflow';

import { messageOf } from '../shared/messageOf';
import { signingSecrets, type NodeKey } from './memory';
import { readSecrets } from './readSecrets';
import { claimedSignature, verifySignature, type SignatureVerdict } from './verifySignature';

/**
 * Whether Smile signed these bytes, under the secrets in use. Undefined when the credential cannot be read: then
 * nobody knows. A header that holds no signature is refused without asking for the secrets.
 */
export async function authenticate(
	context: IWebhookFunctions,
	key: NodeKey,
	body: Buffer,
): Promise<SignatureVerdict | undefined> {
	const header = context.getRequestObject().headers['smile-signature'];
	const claimed = claimedSignature(header);
	if (!claimed.ok) return claimed;
	try {
		return await signingSecrets.check(
			key.secrets,
			async () => await readSecrets(context),
			(secrets) => verifySignature(body, header, secrets),
		);
	} catch (error) {
		context.logger.debug('The credential of a Smile Trigger could not be read', {
			reason: messageOf(error),
		});
		return undefined;
	}
}
