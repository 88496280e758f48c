import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { NewWebhook } from '../../api/webhooks';

/**
 * Throws when Smile would refuse the webhook. Smile documents these limits but answers all of them alike,
 * without the name of the field.
 */
export function checkWebhook(
	context: IExecuteFunctions,
	itemIndex: number,
	{ name, url, eventTypes, secret }: NewWebhook,
): void {
	const fail = (message: string, description: string) => {
		throw new NodeOperationError(context.getNode(), message, { itemIndex, description });
	};
	if (name.length < 1 || name.length > 200) {
		fail(`Name must have 1 to 200 characters, it has ${name.length}`, 'Change the field Name.');
	}
	if (!url.toLowerCase().startsWith('https://')) {
		fail('URL must start with https://', 'Smile delivers to public https addresses only.');
	}
	if (url.length > 500) {
		fail(`URL must have at most 500 characters, it has ${url.length}`, 'Use a shorter address.');
	}
	if (eventTypes.length === 0) {
		fail('No event is selected', 'Choose at least one event, or All Events.');
	}
	if (secret.length < 1 || secret.length > 64) {
		fail(
			`Secret must have 1 to 64 characters, it has ${secret.length}`,
			'Enter one in the field Secret, or in the Smile API credential under Webhook Secret.',
		);
	}
}
