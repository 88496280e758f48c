import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

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
	async run(context, itemIndex, orThrow) {
		const id = chosenId(context, itemIndex);
		const changes = context.getNodeParameter('updateFields', itemIndex, {}) as IDataObject;
		if (Object.keys(changes).length === 0) {
			throw new NodeOperationError(context.getNode(), 'No field to update is set', {
				itemIndex,
				description: 'Add at least one field under Update Fields.',
			});
		}

		const old = orThrow(await getWebhook(context, id), `get the webhook ${id}`);
		const wanted = await merge(context, itemIndex, old, changes);
		checkWebhook(context, itemIndex, wanted);

		// Smile cannot change a webhook. Created first and deleted after it, no event falls into a gap.
		const created = orThrow(await createOnce(context, wanted), 'create the changed webhook');
		const doing = `delete the old webhook ${id} after creating its replacement ${created.id}`;
		orThrow(await deleteWebhook(context, id), doing);
		return [{ ...webhookResult(context, itemIndex, created), replacedWebhookId: id }];
	},
};

async function merge(
	context: IExecuteFunctions,
	itemIndex: number,
	old: SmileWebhook,
	changes: IDataObject,
): Promise<NewWebhook> {
	const { webhookSecret } = await context.getCredentials('getSmileApi', itemIndex);
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
