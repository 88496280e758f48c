import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { productionBaseUrl, smileHosts } from '../nodes/Smile/api/environment';
import { LONGEST_SECRET } from '../nodes/Smile/api/limits';

export class GetSmileApi implements ICredentialType {
	name = 'getSmileApi';

	displayName = 'Smile API';

	icon: Icon = {
		light: 'file:../nodes/Smile/smile.svg',
		dark: 'file:../nodes/Smile/smile.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-smile/n8n-nodes-smile#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{
					name: 'Sandbox',
					value: 'sandbox',
					description: 'Test data: invented people at invented providers',
				},
				{
					name: 'Production',
					value: 'production',
					description: 'Real people, who have given their consent; queries may be billed',
				},
				{
					name: 'Custom',
					value: 'custom',
					description: 'An address of your own, such as a gateway in front of Smile',
				},
			],
			default: 'sandbox',
			description: 'Where the API key belongs: a key works in one environment only',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://smile.example.com/v1',
			description:
				'Address of the API with its version path. Must start with https://, or http:// on this machine.',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From the Smile portal, section API Keys',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown in the Smile portal beside the API key',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: `Make one up: 1 to ${LONGEST_SECRET} random characters`,
			description: `1 to ${LONGEST_SECRET} random characters of your own choice. Smile signs every event with it, and the trigger refuses what is not signed with it. It need not be entered anywhere else.`,
		},
		{
			displayName: 'Previous Webhook Secret',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only while the webhook secret is being changed: events signed with this one are accepted as well. Empty it some minutes after every webhook has the new one.',
		},
		// n8n adds these two fields by itself, open to every host, unless the credential has them.
		{
			displayName: 'Allowed HTTP Request Domains',
			name: 'allowedHttpRequestDomains',
			type: 'options',
			options: [
				{
					name: 'All',
					value: 'all',
					description: 'Any host: whoever may use this credential can send the key there',
				},
				{
					name: 'Specific Domains',
					value: 'domains',
					description: 'The hosts below only',
				},
				{
					name: 'None',
					value: 'none',
					description: 'No host: HTTP Request cannot use this credential',
				},
			],
			default: 'domains',
			description:
				'Where other nodes, such as HTTP Request, may send the API key. The Smile nodes do not need this.',
		},
		{
			displayName: 'Allowed Domains',
			name: 'allowedDomains',
			type: 'string',
			default: smileHosts.join(', '),
			placeholder: 'e.g. smile.example.com',
			description:
				"Smile's hosts, separated by commas. With the Environment Custom add the host of your Base URL, without https:// and path, if you want to use HTTP Request with this credential.",
			displayOptions: { show: { allowedHttpRequestDomains: ['domains'] } },
		},
	];

	// Hidden: the Smile node does what most people want, and would stand beside it in the nodes panel.
	httpRequestNode = {
		name: 'Smile',
		docsUrl: 'https://docs.getsmileapi.com',
		hidden: true,
		apiBaseUrl: productionBaseUrl,
	};

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{$credentials.apiKey}}',
				password: '={{$credentials.apiSecret}}',
			},
		},
	};
}
