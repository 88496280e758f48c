import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import type { SmileWebhook } from '../../api/schemas';
import { deleteWebhook, getWebhook, type NewWebhook } from '../../api/webhooks';
import type { Operation } from '../operation';
import { checkWebhook } from './check';
import { chosenId } from './chosenId';
import { createOnce, eventTypesOf } from './create';
import * as fields from './fields';
import { webhookResult } from './result';

export const updateOperation: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update webhook',
		description: 'Replace a webhook by a changed one, which gets a new ID',
	},
	properties: [
		fields.webhookId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [
				fields.active,
				fields.events,
				fields.includePayload,
				fields.name,
				fields.secret,
				fields.url,
			],
		},
		fields.options,
	],
	async run(context, itemIndex, orThrow, smile) {
		const id = chosenId(context, itemIndex);
		const changes = context.getNodeParameter('updateFields', itemIndex, {}) as IDataObject;
		if (Object.keys(changes).length === 0) {
			throw new NodeOperationError(context.getNode(), 'No field to update is set', {
				itemIndex,
				description: 'Add at least one field under Update Fields.',
			});
		}

		const old = orThrow(await getWebhook(smile, id), `get the webhook ${id}`);
		const wanted = merge(smile, old, changes);
		checkWebhook(context, itemIndex, wanted);

		// Smile cannot change a webhook. Created first and deleted after it, no event falls into a gap.
		const created = orThrow(await createOnce(smile, wanted), 'create the changed webhook');
		const doing = `delete the old webhook ${id} after creating its replacement ${created.id}`;
		orThrow(await deleteWebhook(smile, id), doing);
		return [{ ...webhookResult(context, itemIndex, created), replacedWebhookId: id }];
	},
};

function merge(
	{ credential: { webhookSecret } }: SmileClient,
	old: SmileWebhook,
	changes: IDataObject,
): NewWebhook {
	// The field added and left empty asks for the credential's secret: so a rotation needs no typed secret.
	const kept = changes.secret === undefined ? old.secret : undefined;
	return {
		name: String(changes.name ?? old.name ?? '').trim(),
		url: String(changes.url ?? old.url).trim(),
		eventTypes: eventTypesOf(changes.events ?? old.eventTypes),
		active: (changes.active ?? old.active ?? true) === true,
		includePayload: (changes.includePayload ?? old.includePayload) === true,
		secret: String(changes.secret || kept || (webhookSecret ?? '')),
	};
}
