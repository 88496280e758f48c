import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { act } from '../verbs/act';
import { remove } from '../verbs/remove';
import { exportAccount } from './account.export';
import { dated } from './common';

export const account = {
	name: 'Account',
	plural: 'accounts',
	description:
		'A source of work data that a person linked, such as a payroll or social security account',
	path: '/accounts',
	idExample: 'a-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['userId', ...dated],
	datedBy: 'linking date',
	label: ['providerId', 'connectionStatus', 'createdAt'],
	alsoFoundBy: ['providerId'],
	extra: {
		option: 'includePayload',
		displayName: 'Include Payload',
		description:
			'Whether to add everything that Smile read from the account under "payload", which is null once that is gone',
		path: '/payload',
		field: 'payload',
		isList: false,
	},
	operations: [
		act({
			value: 'disableMonitor',
			name: 'Disable Monitor',
			action: 'Disable monitor of an account',
			description: 'Have Smile no longer refresh the data of an account every month',
			notice:
				'Smile stops refreshing the data of this account. The monitor cannot be switched on again through the API.',
			path: '/disableMonitor',
			repeat: 'safe',
		}),
		exportAccount,
		get,
		getAll,
		remove({
			value: 'revoke',
			description: "End the access to a person's account and delete its data at Smile",
			notice:
				"Smile ends the access and deletes all data and files of the person's account for good. To come back, the person has to link it again. This cannot be undone.",
		}),
	],
} as const satisfies SmileResource;
