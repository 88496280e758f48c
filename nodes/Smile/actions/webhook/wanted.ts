import type { SmileClient } from '../../api/client';
import { LONGEST_SECRET, LONGEST_WEBHOOK_NAME, LONGEST_WEBHOOK_URL } from '../../api/limits';
import { problemWithSecret, readWebhookSecret, webhookSecretOf } from '../../api/webhookSecret';
import { isHttps, withSmallHttps } from '../../api/webhookUrl';
import { withoutExcess } from '../../events/allEvents';
import type { Field } from '../parameters/field';
import { readTexts } from '../parameters/list';
import { isEmpty } from '../parameters/nothing';
import { checkText, readExactText, readRequiredText } from '../parameters/text';

export function readName(field: Field): string {
	return readRequiredText(field, { most: LONGEST_WEBHOOK_NAME });
}

export function readUrl(field: Field): string {
	const url = readRequiredText(field, { most: LONGEST_WEBHOOK_URL });
	if (isHttps(url)) return withSmallHttps(url);
	throw field.error(
		'holds no address that begins with https://',
		'Enter a public https address: Smile delivers to no other',
	);
}

/** The event types to ask Smile for. */
export function readEvents(field: Field): string[] {
	return withoutExcess(readTexts(field));
}

/**
 * A secret, exactly as typed. Added and left empty it is that of the credential, so that a rotation needs no typed
 * secret; an expression that gave nothing is no such wish.
 */
export function readSecret(field: Field, { credential }: SmileClient): string {
	const todo = `Enter 1 to ${LONGEST_SECRET} characters, or leave it empty for the Webhook Secret of the credential`;
	if (field.isSet && field.value !== '' && isEmpty(field.value)) {
		throw field.error('holds nothing', todo);
	}
	const typed = readExactText(field);
	checkText(field, typed, { least: 0, most: LONGEST_SECRET });
	if (typed !== '') return typed;

	if (problemWithSecret(credential) === undefined) return webhookSecretOf(credential);
	throw field.error(
		`is empty and the credential has ${nameOf(readWebhookSecret(credential))}`,
		`Enter 1 to ${LONGEST_SECRET} characters here, or in the Smile API credential under Webhook Secret`,
	);
}

/** What a credential has in the place of a secret that can be used. */
function nameOf(secret: ReturnType<typeof readWebhookSecret>): string {
	if (!secret.ok) return `a Webhook Secret that ${secret.problem}`;
	return secret.value === ''
		? 'no Webhook Secret'
		: `a Webhook Secret of ${secret.value.length} characters`;
}
