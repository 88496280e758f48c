import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { getWebhook } from '../../api/webhooks';
import { noteHint } from '../hints';
import type { Operation } from '../operation';
import { collectionOf } from '../parameters/field';
import { readId } from '../parameters/locator';
import { notice } from '../parameters/notice';
import * as fields from './fields';
import { asShownOr, readChanges } from './merge';
import { replaceWebhook } from './replace';
import { webhookForm } from './result';

const updateFields: INodeProperties = {
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
};

export const updateOperation: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update webhook',
		description: 'Replace a webhook by a changed one, which gets a new ID',
	},
	properties: [
		notice(
			'The webhook of a published workflow belongs to its Smile Trigger, which sets it back when it is published again. Change the trigger instead.',
		),
		fields.webhookId,
		updateFields,
		...fields.options,
	],
	writes: true,
	async run(context, itemIndex, orThrow, smile) {
		const id = readId(context, itemIndex, fields.webhookId);
		const form = webhookForm(context, itemIndex);
		const changes = collectionOf(context, itemIndex, updateFields);
		if (changes.isEmpty) {
			throw new NodeOperationError(context.getNode(), 'No field to update is set', {
				itemIndex,
				description: 'Add at least one field under Update Fields.',
			});
		}
		const merge = readChanges(changes, smile);

		const shown = orThrow(await getWebhook(smile, id), `get the webhook ${id}`);
		const wanted = merge(shown);
		const old = asShownOr(wanted, shown);
		const { created, gapMs } = await replaceWebhook(smile, orThrow, { old, wanted });
		noteHint(context, 'newId');
		return [{ ...form(created), replacedWebhookId: id, ...hintOf(gapMs) }];
	},
};

function hintOf(gapMs: number | undefined): IDataObject {
	if (gapMs === undefined) return {};
	return {
		hint: `Smile accepts one webhook for an address, so the old one was deleted ${gapMs} ms before the new one was there. What happened meanwhile is not delivered`,
	};
}
