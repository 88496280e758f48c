import type { IExecuteFunctions } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import { createWebhook } from '../../api/createWebhook';
import { listWebhooks, type NewWebhook } from '../../api/webhooks';
import type { Operation } from '../operation';
import { collectionOf, fieldOf } from '../parameters/field';
import { readFlag } from '../parameters/flag';
import { write } from '../write';
import * as fields from './fields';
import { webhookForm } from './result';
import { readEvents, readName, readSecret, readUrl } from './wanted';

const more = { name: 'additionalFields', displayName: 'Additional Fields' };

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
			...more,
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [fields.includePayload, fields.secret],
		},
		...fields.options,
	],
	writes: true,
	async run(context, itemIndex, orThrow, smile) {
		const wanted = readFields(context, itemIndex, smile);
		const form = webhookForm(context, itemIndex);
		const listed = orThrow(await listWebhooks(smile), 'read the webhooks before creating one');
		const known = new Set(listed.map(({ id }) => id));

		const created = await write(
			{
				smile,
				orThrow,
				doing: `create the webhook ${wanted.name} for ${wanted.url}`,
				lookUp: 'Look for it with Get Many before you run this again.',
			},
			async () => await createWebhook(smile, wanted, known),
		);
		return [form(created)];
	},
};

function readFields(context: IExecuteFunctions, itemIndex: number, smile: SmileClient): NewWebhook {
	const { field } = collectionOf(context, itemIndex, more);
	return {
		name: readName(fieldOf(context, itemIndex, fields.name)),
		url: readUrl(fieldOf(context, itemIndex, fields.url)),
		eventTypes: readEvents(fieldOf(context, itemIndex, fields.events)),
		active: readFlag(fieldOf(context, itemIndex, fields.active), true),
		includePayload: readFlag(field(fields.includePayload), false),
		secret: readSecret(field(fields.secret), smile),
	};
}
