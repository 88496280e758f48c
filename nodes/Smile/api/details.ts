import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { textOf } from '../shared/textOf';
import type { Failure } from './failure';
import { masked } from './mask';
import { cleanCode, cleanRequestId, withoutPersonal } from './withoutPersonal';

/** Smile's code, text and request id, or the HTTP status; without secrets and what may be a person's. */
export function detailsOf(
	{ code, text, status, requestId }: Failure,
	credential: ICredentialDataDecryptedObject,
): string {
	// Secrets first: of one that is cleaned in part, the rest would be known no more.
	const said = (value: string | undefined, cleaned: (text: string) => string) =>
		value && cleaned(withoutSecrets(value, credential));
	const cause = [said(code, cleanCode), said(text, withoutPersonal)].filter(Boolean).join(': ');
	const answered = status === undefined ? '' : `HTTP ${status}`;
	const id = said(requestId, cleanRequestId);
	const details = [cause || answered, id && `request ${id}`].filter(Boolean).join(', ');
	return withoutSecrets(details, credential);
}

/** Smile's texts are its own: should one repeat a secret, it does not get into n8n's logs. */
function withoutSecrets(text: string, credential: ICredentialDataDecryptedObject): string {
	const { apiKey, apiSecret, webhookSecret, previousWebhookSecret } = credential;
	const secrets = [apiKey, apiSecret, webhookSecret, previousWebhookSecret].map(textOf);
	const texts = secrets.map((secret) => (secret.ok ? secret.value : ''));
	return masked(text, { secrets: texts, words: [] });
}
