import type { INodeProperties } from 'n8n-workflow';

import { datapointOptions, eventOptions, sourceTypeOptions, statusOptions } from './events/options';
import { PAYLOAD_LIMIT } from './events/payloadGroups';
import { SMILE_ADDRESS } from './delivery/callerAddress';
import { filterTitles } from './delivery/filters';

/** The trigger's parameters. Option values are part of saved workflows: they are never renamed. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: eventOptions,
		required: true,
		default: [],
		description:
			'The events that start this workflow. Incomes Added and its like hold a number, not the data: read it with Event > Get Data of the Smile node, or choose Task Finished with Include Payload.',
		builderHint: {
			propertyHint:
				'Choose TASK_FINISHED for data of any kind that is ready to be read, or an Added event such as INCOMES_ADDED for one kind. ACCOUNT_CONNECTED comes before any data is there. Choose ALL_EVENTS only where each event is wanted.',
		},
	},
	{
		displayName:
			'Smile sends events to public https addresses only. On a computer of your own, use a tunnel and set N8N_WEBHOOK_URL to its address. To try the workflow before, add the option Sample Event in Test Runs.',
		name: 'publicAddressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName:
			'Records come out of events that carry data: Task Finished and Account Sync Task Finished with Include Payload, User Session Completed and Record Completed always. Events without data, such as Incomes Added, give one flat item: read their data with Event > Get Data of the Smile node.',
		name: 'recordsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { '/options.output': ['records'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: filterTitles.datapoints,
				name: 'datapoints',
				type: 'multiOptions',
				options: datapointOptions,
				default: [],
				description:
					'Events that name the data they tell of start the workflow only with one of these kinds; in the output Records only their records come out. Events that name no data pass.',
			},
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
				description: `Whether Smile puts the data itself into Task Finished and Account Sync Task Finished events, at most ${PAYLOAD_LIMIT} records of each kind`,
			},
			{
				displayName: 'Only From Smile Address',
				name: 'smileIpOnly',
				type: 'boolean',
				default: false,
				description: `Whether to refuse callers other than ${SMILE_ADDRESS}, the address Smile sends from. Behind a reverse proxy this needs N8N_PROXY_HOPS.`,
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
						description:
							'One item for each record of the data that an event carries; needs Include Payload for Task Finished',
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
				displayName: filterTitles.providers,
				name: 'providers',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'loadProviders' },
				default: [],
				description:
					'Only events of these providers start the workflow. Events that name no provider do not. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Sample Event in Test Runs',
				name: 'sampleInTests',
				type: 'boolean',
				default: false,
				description:
					'Whether Execute step brings a made-up, signed event of the first selected type at once, instead of waiting for one from Smile. Needs no public address. It passes the filters of this trigger; a published workflow takes no notice of this option.',
			},
			{
				displayName: filterTitles.sourceTypes,
				name: 'sourceTypes',
				type: 'multiOptions',
				options: sourceTypeOptions,
				default: [],
				description:
					'Events that name the type of their source start the workflow only with one of these. Events that name none pass.',
			},
			{
				displayName: filterTitles.statuses,
				name: 'statuses',
				type: 'multiOptions',
				options: statusOptions,
				default: [],
				description:
					'Events that say how something ended start the workflow only with one of these. Events that do not say so pass.',
			},
			{
				displayName: filterTitles.userIds,
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
