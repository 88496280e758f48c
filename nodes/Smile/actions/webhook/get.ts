import { getWebhook } from '../../api/webhooks';
import type { Operation } from '../operation';
import { chosenId } from './chosenId';
import * as fields from './fields';
import { webhookResult } from './result';

export const getOperation: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get webhook',
		description: 'Read one webhook',
	},
	properties: [fields.webhookId, fields.options],
	async run(context, itemIndex, orThrow, smile) {
		const id = chosenId(context, itemIndex);
		const hook = orThrow(await getWebhook(smile, id), `get the webhook ${id}`);
		return [webhookResult(context, itemIndex, hook)];
	},
};
