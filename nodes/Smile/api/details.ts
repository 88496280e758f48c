import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { textOf } from '../shared/textOf';
import type { Failure } from './failure';
import { GONE, masked } from './mask';

/** The longest text of Smile's that is repeated, in characters. */
const LONGEST_TEXT = 300;

/** Smile's code, text and request id, or the HTTP status; without secrets and what may be a person's. */
export function detailsOf(
	{ code, text, status, requestId }: Failure,
	credential: ICredentialDataDecryptedObject,
): string {
	const cause = [code, text && withoutPersonal(withoutSecrets(text, credential))]
		.filter(Boolean)
		.join(': ');
	const answered = status === undefined ? '' : `HTTP ${status}`;
	const request = requestId ? `request ${requestId}` : '';
	const details = [cause || answered, request].filter(Boolean).join(', ');
	return withoutSecrets(details, credential);
}

/** Smile's texts are its own: should one repeat a secret, it does not get into n8n's logs. */
function withoutSecrets(text: string, credential: ICredentialDataDecryptedObject): string {
	const { apiKey, apiSecret, webhookSecret, previousWebhookSecret } = credential;
	const secrets = [apiKey, apiSecret, webhookSecret, previousWebhookSecret].map(textOf);
	const texts = secrets.map((secret) => (secret.ok ? secret.value : ''));
	return masked(text, { secrets: texts, words: [] });
}

/** A text of Smile's without e-mail addresses, numbers of six and more digits, and base64. */
export function withoutPersonal(text: string): string {
	return beginningOf(text, 10 * LONGEST_TEXT)
		.replace(/[^\s@"'<>()[\],;:]+@[^\s@"'<>()[\],;:]+/g, GONE)
		.replace(/[A-Za-z0-9+/_-]{16,}={0,2}/g, (run) => (isBase64(run) ? GONE : run))
		.replace(/\d(?:[ .()/-]{0,2}\d){5,}/g, (run) => (isDate(run) ? run : GONE))
		.slice(0, LONGEST_TEXT);
}

/** Without the word that is cut through, which could no longer be told for what it is. */
function beginningOf(text: string, length: number): string {
	return text.length <= length ? text : text.slice(0, length).replace(/\S*$/, '');
}

/** Sixteen random characters have letters of both cases and, but for a few, a digit; words and codes have not. */
function isBase64(run: string): boolean {
	const isMixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
	return run.endsWith('=') || (isMixed && (/[0-9+]/.test(run) || run.length >= 40));
}

/** A day is what most errors about filters name. */
function isDate(run: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(run);
}
