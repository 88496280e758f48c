import type { INodeProperties } from 'n8n-workflow';

import { eventOptions } from '../../events/options';
import { byPlainId, fromList } from '../parameters/modes';

/** Picks a webhook from the list at Smile or by its id. */
export const webhookId: INodeProperties = {
	displayName: 'Webhook',
	name: 'webhookId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The webhook to work with',
	modes: [
		fromList('webhook', 'searchWebhooks'),
		byPlainId('0a1b2c3d4e5f60718293a4b5c6d7e8f9', 'A webhook ID'),
	],
};

export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Payroll alerts',
	description: 'Name in the Smile portal, at most 200 characters',
};

export const url: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/smile-events',
	description: 'Public https address that Smile delivers to, at most 500 characters',
};

export const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: eventOptions,
	default: [],
	description: 'The events that Smile delivers',
};

export const active: INodeProperties = {
	displayName: 'Active',
	name: 'active',
	type: 'boolean',
	default: true,
	description: 'Whether Smile delivers events to the webhook',
};

export const includePayload: INodeProperties = {
	displayName: 'Include Payload',
	name: 'includePayload',
	type: 'boolean',
	default: false,
	description:
		'Whether Smile puts the data itself into Task Finished and Account Sync Task Finished events',
};

export const secret: INodeProperties = {
	displayName: 'Secret',
	name: 'secret',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description:
		'1 to 64 characters that Smile signs each delivery with; empty for the webhook secret of the credential',
};

/** The option that puts secrets into results, off unless somebody asks for them; not there for agents. */
export const includeSecret: INodeProperties = {
	displayName: 'Include Secret',
	name: 'includeSecret',
	type: 'boolean',
	default: false,
	description:
		'Whether the result holds the secret of the webhook. Executions keep it in clear text.',
	displayOptions: { hide: { '@tool': [true] } },
};

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [includeSecret],
	displayOptions: { hide: { '@tool': [true] } },
};
