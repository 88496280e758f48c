import { deleteWebhook } from '../../api/webhooks';
import { notAtSmile } from '../notAtSmile';
import type { Operation } from '../operation';
import { readId } from '../parameters/locator';
import { notice } from '../parameters/notice';
import { write } from '../write';
import * as fields from './fields';

export const deleteOperation: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete webhook',
		description: 'Have Smile no longer deliver to a webhook',
	},
	properties: [
		notice(
			'The webhook of a published workflow belongs to its Smile Trigger: without it, the workflow receives nothing until it is published again. Unpublish the workflow instead, which deletes the webhook as well.',
		),
		fields.webhookId,
	],
	writes: true,
	async run(context, itemIndex, orThrow, smile) {
		const id = readId(context, itemIndex, fields.webhookId);
		const outcome = await write(
			{
				smile,
				orThrow,
				doing: `delete the webhook ${id}`,
				lookUp: 'Look with Get Many whether it is still there.',
			},
			async () => await deleteWebhook(smile, id),
		);
		if (outcome === 'gone') {
			const todo = 'Pick one from the list.';
			throw notAtSmile(context, itemIndex, { noun: 'webhook', id, done: 'deleted', todo });
		}
		return [{ deleted: true, id }];
	},
};
