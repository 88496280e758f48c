import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { SmileWebhook } from '../../api/schemas';
import { ALL_EVENTS } from '../../events/allEvents';
import { eventOptions } from '../../events/options';
import type { Operation } from '../operation';
import { postTest } from './postTest';
import { testEvent } from './testEvent';
import { testTarget, testTargetField } from './testTarget';

export const sendTestOperation: Operation = {
	option: {
		name: 'Send Test',
		value: 'sendTest',
		action: 'Send test event',
		description: 'Send a signed sample event to a webhook, as Smile would',
	},
	properties: [
		testTargetField,
		{
			displayName: 'Event Type',
			name: 'eventType',
			type: 'options',
			options: eventOptions.filter(({ value }) => value !== ALL_EVENTS),
			required: true,
			default: 'INCOMES_ADDED',
			description: 'The kind of event to send; people and IDs in it are made up',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Data',
					name: 'data',
					type: 'json',
					default: '{}',
					placeholder: 'e.g. {"count": 2}',
					description: 'Fields of data that replace those of the sample',
				},
				{
					displayName: 'Event ID',
					name: 'eventId',
					type: 'string',
					default: '',
					placeholder: 'e.g. et-test-1',
					description:
						'The ID of the event; empty for a new one each time. The same one twice tests how duplicates are ignored.',
				},
			],
		},
	],
	async run(context, itemIndex, orThrow, smile) {
		const { url, webhook } = await testTarget(context, itemIndex, orThrow, smile);
		const event = testEvent(context, itemIndex, webhook);
		const secret = String(smile.credential.webhookSecret ?? '');
		if (secret === '') {
			throw new NodeOperationError(context.getNode(), 'The credential has no webhook secret', {
				itemIndex,
				description: 'Enter one in the Smile API credential under Webhook Secret.',
			});
		}
		const text = JSON.stringify(event);
		const answer = await postTest(context, itemIndex, { url, text, secret });
		const { id: eventId, type: eventType } = event;
		return [{ ...answer, eventId, eventType, url, ...hintFor(webhook, secret, eventType) }];
	},
};

/** What makes Smile's own deliveries to this webhook differ from the test. */
function hintFor(webhook: SmileWebhook | undefined, secret: string, type: string): IDataObject {
	if (!webhook) return {};
	const hints = [];
	if (typeof webhook.secret === 'string' && webhook.secret !== secret) {
		hints.push(
			'Smile signs for this webhook with another secret than the Webhook Secret of the credential, so its receiver may refuse this test or the real events',
		);
	}
	if (webhook.active === false)
		hints.push('The webhook is inactive, so Smile delivers nothing to it');
	if (!webhook.eventTypes.some((one) => one === type || one === ALL_EVENTS)) {
		hints.push(`The webhook does not ask for ${type}, so Smile would not deliver it`);
	}
	return hints.length === 0 ? {} : { hint: hints.join('. ') };
}
