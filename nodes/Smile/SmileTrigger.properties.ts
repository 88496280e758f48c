import type { INodeProperties } from 'n8n-workflow';

import { eventOptions } from './events/options';

/** The trigger's parameters. Option values are part of saved workflows: they are never renamed. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: eventOptions,
		required: true,
		default: [],
		description: 'The events that start this workflow',
	},
	{
		displayName:
			'Smile sends events to public https addresses only. On a computer of your own, use a tunnel and set N8N_WEBHOOK_URL to its address.',
		name: 'publicAddressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Ignore Duplicates',
				name: 'ignoreDuplicates',
				type: 'boolean',
				default: true,
				description:
					'Whether an event that Smile delivers more than once starts the workflow only once',
			},
			{
				displayName: 'Include Payload',
				name: 'includePayload',
				type: 'boolean',
				default: false,
				description:
					'Whether Smile puts the data itself into Task Finished and Account Sync Task Finished events, at most 300 records of each kind',
			},
			{
				displayName: 'Only From Smile Address',
				name: 'smileIpOnly',
				type: 'boolean',
				default: false,
				description:
					'Whether to refuse callers other than 18.142.61.230, the address Smile sends from. Behind a reverse proxy this needs N8N_PROXY_HOPS.',
			},
			{
				displayName: 'Other Event Types',
				name: 'otherEventTypes',
				type: 'string',
				default: '',
				placeholder: 'e.g. ACCOUNT_PAUSED, SCORE_ADDED',
				description: 'Event types that Smile added after this release, separated by commas',
			},
			{
				displayName: 'Output',
				name: 'output',
				type: 'options',
				options: [
					{
						name: 'Event',
						value: 'event',
						description: 'The event exactly as Smile sent it',
					},
					{
						name: 'Records',
						value: 'records',
						description: 'One item for each record of an included payload',
					},
					{
						name: 'Simplified',
						value: 'simplified',
						description: 'One flat item with the fields of the event',
					},
				],
				default: 'event',
				description: 'What the items look like',
			},
			{
				displayName: 'Providers',
				name: 'providers',
				type: 'string',
				default: '',
				placeholder: 'e.g. sss_ph, nbi_ph',
				description:
					'Only events of these providers start the workflow, separated by commas. Events that name no provider do not.',
			},
			{
				displayName: 'User IDs',
				name: 'userIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. acme-0123456789abcdef0123456789abcdef',
				description:
					'Only events of these Smile users start the workflow, separated by commas. Events that name no user do not.',
			},
			{
				displayName: 'Webhook Name',
				name: 'webhookName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Payroll alerts',
				description: 'Name of the webhook in the Smile portal; empty for the name of the workflow',
			},
		],
	},
];
