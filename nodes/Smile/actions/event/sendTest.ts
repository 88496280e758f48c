import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import type { SmileWebhook } from '../../api/schemas';
import { problemWithSecret, readWebhookSecret, webhookSecretOf } from '../../api/webhookSecret';
import { ALL_EVENTS } from '../../events/allEvents';
import type { Operation } from '../operation';
import { optionsOf } from '../parameters/field';
import { readFlag } from '../parameters/flag';
import { optionsProperty } from '../parameters/optionsProperty';
import { askReceiver, isUsedBySmile, signatureOnly } from './askReceiver';
import { postTest } from './postTest';
import { dataField, eventIdField, eventTypeField, testEvent } from './testEvent';
import { subjectFields } from './testSubject';
import { addressNotice, testTarget, testTargetField } from './testTarget';

export const sendTestOperation: Operation = {
	option: {
		name: 'Send Test',
		value: 'sendTest',
		action: 'Send test event',
		description: 'Send a signed sample event to a webhook, as Smile would',
	},
	properties: [
		testTargetField,
		addressNotice,
		eventTypeField,
		...optionsProperty([dataField, eventIdField, signatureOnly, ...subjectFields]),
	],
	async run(context, itemIndex, orThrow, smile) {
		const isSignatureOnly = readFlag(optionsOf(context, itemIndex).field(signatureOnly), false);
		const { url, webhook } = await testTarget(context, itemIndex, orThrow, smile);
		const secret = signingSecret(context, itemIndex, smile);
		if (isSignatureOnly) {
			const asked = await askReceiver(context, itemIndex, { url, webhook, secret });
			return [{ ...asked, ...hintFor(webhook, secret) }];
		}
		const event = await testEvent(context, itemIndex, orThrow, smile, webhook);
		const text = JSON.stringify(event);
		const answer = await postTest(context, itemIndex, { url, text, secret });
		const { id: eventId, type: eventType } = event;
		return [{ ...answer, eventId, eventType, url, ...hintFor(webhook, secret, eventType) }];
	},
};

/** The secret to sign with. Under one that Smile takes for no webhook a test would tell nothing. */
function signingSecret(
	context: IExecuteFunctions,
	itemIndex: number,
	{ credential }: SmileClient,
): string {
	const secret = readWebhookSecret(credential);
	if (secret.ok && secret.value === '') {
		throw new NodeOperationError(context.getNode(), 'The credential has no webhook secret', {
			itemIndex,
			description: 'Enter one in the Smile API credential under Webhook Secret.',
		});
	}
	const problem = problemWithSecret(credential);
	if (problem === undefined) return webhookSecretOf(credential);
	throw new NodeOperationError(context.getNode(), problem, { itemIndex });
}

/** What makes Smile's own deliveries to this webhook differ from the test. */
function hintFor(webhook: SmileWebhook | undefined, secret: string, type?: string): IDataObject {
	if (!webhook) return {};
	const hints = [];
	if (isUsedBySmile(webhook, secret) === false) {
		hints.push(
			'Smile signs for this webhook with another secret than the Webhook Secret of the credential, so its receiver may refuse this test or the real events',
		);
	}
	if (webhook.active === false)
		hints.push('The webhook is inactive, so Smile delivers nothing to it');
	if (type !== undefined && !webhook.eventTypes.some((one) => one === type || one === ALL_EVENTS)) {
		hints.push(`The webhook does not ask for ${type}, so Smile would not deliver it`);
	}
	return hints.length === 0 ? {} : { hint: hints.join('. ') };
}
