import { NodeOperationError } from 'n8n-workflow';

import { deleteWebhook } from '../../api/webhooks';
import type { Operation } from '../operation';
import { chosenId } from './chosenId';
import * as fields from './fields';

export const deleteOperation: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete webhook',
		description: 'Have Smile no longer deliver to a webhook',
	},
	properties: [fields.webhookId],
	async run(context, itemIndex, orThrow, smile) {
		const id = chosenId(context, itemIndex);
		const outcome = orThrow(await deleteWebhook(smile, id), `delete the webhook ${id}`);
		if (outcome === 'gone') {
			throw new NodeOperationError(context.getNode(), `Smile knows no webhook ${id}`, {
				itemIndex,
				description:
					'It may have been deleted before, or belong to another environment. Pick one from the list.',
			});
		}
		return [{ deleted: true, id }];
	},
};
