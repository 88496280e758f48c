import type { IDataObject } from 'n8n-workflow';

import type { SmileWebhook } from '../../api/schemas';
import { listWebhooks } from '../../api/webhooks';
import { eventOptions } from '../../events/options';
import type { Operation } from '../operation';
import * as fields from './fields';
import { webhookResult } from './result';

export const getAllOperation: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many webhooks',
		description: 'List the webhooks at Smile',
	},
	properties: [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			displayOptions: { show: { returnAll: [false] } },
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Active',
					name: 'active',
					type: 'boolean',
					default: true,
					description: 'Whether to return only active webhooks, or only inactive ones',
				},
				{
					displayName: 'Event Type',
					name: 'eventType',
					type: 'options',
					options: eventOptions,
					default: 'ALL_EVENTS',
					description: 'Only webhooks that name this event type',
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/smile-events',
					description: 'Only webhooks with exactly this address',
				},
			],
		},
		fields.options,
	],
	async run(context, itemIndex, orThrow, smile) {
		const filters = context.getNodeParameter('filters', itemIndex, {}) as IDataObject;
		const returnAll = context.getNodeParameter('returnAll', itemIndex, false) === true;
		const limit = returnAll
			? undefined
			: (context.getNodeParameter('limit', itemIndex, 50) as number);

		// Smile's list has no filters: with one set, every page has to be looked through.
		const isFiltered = Object.keys(filters).length > 0;
		const listed = await listWebhooks(smile, isFiltered ? undefined : limit);
		return orThrow(listed, 'read the webhooks')
			.filter((hook) => passes(hook, filters))
			.slice(0, limit)
			.map((hook) => webhookResult(context, itemIndex, hook));
	},
};

function passes(hook: SmileWebhook, { active, eventType, url }: IDataObject): boolean {
	return (
		(active === undefined || hook.active === active) &&
		(!eventType || hook.eventTypes.some((type) => type === eventType)) &&
		(!url || hook.url === url)
	);
}
