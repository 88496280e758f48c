import { getWebhook } from '../../api/webhooks';
import type { Operation } from '../operation';
import { readId } from '../parameters/locator';
import * as fields from './fields';
import { webhookForm } from './result';

export const getOperation: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get webhook',
		description: 'Read one webhook',
	},
	properties: [fields.webhookId, ...fields.options],
	reads: true,
	async run(context, itemIndex, orThrow, smile) {
		const id = readId(context, itemIndex, fields.webhookId);
		const form = webhookForm(context, itemIndex);
		return [form(orThrow(await getWebhook(smile, id), `get the webhook ${id}`))];
	},
};
