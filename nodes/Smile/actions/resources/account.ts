import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
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
	extra: {
		option: 'includePayload',
		displayName: 'Include Payload',
		description:
			'Whether to add everything that Smile read from the account under "payload", which is null once that is gone',
		path: '/payload',
		field: 'payload',
		isList: false,
	},
	operations: [get, getAll],
} as const satisfies SmileResource;
