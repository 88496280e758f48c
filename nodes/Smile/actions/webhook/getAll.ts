import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { LONGEST_WEBHOOK_URL } from '../../api/limits';
import type { SmileWebhook } from '../../api/schemas';
import { listWebhooks } from '../../api/webhooks';
import { settingsOf } from '../../api/webhookSettings';
import { withSmallHttps } from '../../api/webhookUrl';
import { eventOptions } from '../../events/options';
import { noteHint } from '../hints';
import type { Operation } from '../operation';
import { collectionOf } from '../parameters/field';
import { filtersProperty } from '../parameters/filterProperties';
import { FILTERS } from '../parameters/filters';
import { readFlag } from '../parameters/flag';
import { limitProperties, readLimit } from '../parameters/limit';
import { readRequiredText } from '../parameters/text';
import * as fields from './fields';
import { webhookForm } from './result';

const active: INodeProperties = {
	displayName: 'Active',
	name: 'active',
	type: 'boolean',
	default: true,
	description:
		'Whether to return only active webhooks, or only inactive ones; one of which Smile does not say counts as active',
};

const eventType: INodeProperties = {
	displayName: 'Event Type',
	name: 'eventType',
	type: 'options',
	options: eventOptions,
	default: 'ALL_EVENTS',
	description: 'Only webhooks that name this event type',
};

const url: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/smile-events',
	description: 'Only webhooks with exactly this address',
};

export const getAllOperation: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many webhooks',
		description: 'List the webhooks at Smile',
	},
	properties: [...limitProperties, filtersProperty([active, eventType, url]), ...fields.options],
	reads: true,
	async run(context, itemIndex, orThrow, smile) {
		const limit = readLimit(context, itemIndex);
		const filters = filtersIn(context, itemIndex);
		const form = webhookForm(context, itemIndex);

		// Smile's list has no filters: with one set, every page has to be looked through.
		const onCut = () => noteHint(context, 'cutAtLimit');
		const listed = await listWebhooks(smile, filters.length > 0 ? undefined : limit, onCut);
		const found = orThrow(listed, 'read the webhooks').filter((hook) =>
			filters.every((passes) => passes(hook)),
		);
		if (limit !== undefined && found.length > limit) onCut();
		return found.slice(0, limit).map(form);
	},
};

type Filter = (hook: SmileWebhook) => boolean;

/** A filter for each that was added. Throws for one that holds nothing, which would let every webhook pass. */
function filtersIn(context: IExecuteFunctions, itemIndex: number): Filter[] {
	const { field } = collectionOf(context, itemIndex, FILTERS);
	const [ofActive, ofType, ofUrl] = [active, eventType, url].map(field);
	const filters: Filter[] = [];
	if (ofActive.isSet) {
		const isActive = readFlag(ofActive, true);
		// One of which Smile does not say may deliver: it must not be among those that people delete as inactive.
		filters.push((hook) => settingsOf(hook).active === isActive);
	}
	if (ofType.isSet) {
		const wanted = readRequiredText(ofType, { most: 100 });
		filters.push(({ eventTypes }) => eventTypes.some((type) => type === wanted));
	}
	if (ofUrl.isSet) {
		// As n8n shows it, whose own address may begin with HTTPS in capitals.
		const wanted = withSmallHttps(readRequiredText(ofUrl, { most: LONGEST_WEBHOOK_URL }));
		filters.push((hook) => withSmallHttps(hook.url) === wanted);
	}
	return filters;
}
