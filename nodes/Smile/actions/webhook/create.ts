import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { createWebhook } from '../../api/createWebhook';
import type { Result } from '../../api/result';
import type { SmileWebhook } from '../../api/schemas';
import { listWebhooks, type NewWebhook } from '../../api/webhooks';
import { ALL_EVENTS } from '../../events/allEvents';
import { textList } from '../../shared/textList';
import type { Operation } from '../operation';
import { checkWebhook } from './check';
import * as fields from './fields';
import { webhookResult } from './result';

export const createOperation: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create webhook',
		description: 'Have Smile deliver events to an address',
	},
	properties: [
		{ ...fields.name, required: true },
		{ ...fields.url, required: true },
		{ ...fields.events, required: true },
		fields.active,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [fields.includePayload, fields.secret],
		},
		fields.options,
	],
	async run(context, itemIndex, orThrow, smile) {
		const wanted = readFields(context, itemIndex, smile);
		checkWebhook(context, itemIndex, wanted);
		const created = orThrow(await createOnce(smile, wanted), 'create the webhook');
		return [webhookResult(context, itemIndex, created)];
	},
};

/** Creates a webhook; the list that was read before tells which one a lost answer was about. */
export async function createOnce(
	smile: SmileClient,
	wanted: NewWebhook,
): Promise<Result<SmileWebhook>> {
	const before = await listWebhooks(smile);
	if (!before.ok) return before;
	return await createWebhook(smile, wanted, new Set(before.value.map(({ id }) => id)));
}

/** The event types to ask Smile for. What ALL_EVENTS beside others means is undocumented: it goes alone. */
export function eventTypesOf(value: unknown): string[] {
	const types = textList(value);
	return types.includes(ALL_EVENTS) ? [ALL_EVENTS] : types;
}

function readFields(
	context: IExecuteFunctions,
	itemIndex: number,
	{ credential: { webhookSecret } }: SmileClient,
): NewWebhook {
	const more = context.getNodeParameter('additionalFields', itemIndex, {}) as IDataObject;
	return {
		name: String(context.getNodeParameter('name', itemIndex)).trim(),
		url: String(context.getNodeParameter('url', itemIndex)).trim(),
		eventTypes: eventTypesOf(context.getNodeParameter('events', itemIndex)),
		active: context.getNodeParameter('active', itemIndex, true) === true,
		includePayload: more.includePayload === true,
		secret: String(more.secret || (webhookSecret ?? '')),
	};
}
