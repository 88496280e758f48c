import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

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
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Production', value: 'production' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'sandbox',
			description: 'Where the API key belongs to: a key works in one environment only',
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
			description:
				'1 to 64 random characters of your own choice. Smile signs every event with it, and the trigger refuses what is not signed with it. It need not be entered anywhere else.',
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
	];

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
