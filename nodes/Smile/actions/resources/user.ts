import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { act } from '../verbs/act';
import { dated } from './common';
import { createUser } from './user.create';
import { createToken } from './user.token';

export const user = {
	name: 'User',
	plural: 'users',
	description: 'The people whose data Smile holds',
	path: '/users',
	idExample: 'acme-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: dated,
	datedBy: 'creation date',
	label: ['externalMetadata', 'session.status', 'createdAt'],
	extra: {
		option: 'includePayload',
		displayName: 'Include Payload',
		description:
			'Whether to add everything that the person entered and linked under "payload", which is null where there is nothing',
		path: '/payload',
		field: 'payload',
		isList: false,
	},
	operations: [
		createUser,
		createToken,
		get,
		getAll,
		act({
			value: 'resetSession',
			name: 'Reset Session',
			action: 'Reset session of a user',
			description:
				'Clear what a person has entered in a site made with Smile, so that it can begin anew',
			notice:
				'Smile clears what the person entered and linked in the session of the site. Whether linked accounts are revoked as well is not documented. This cannot be undone.',
			path: '/resetSession',
			repeat: 'stop',
		}),
	],
} as const satisfies SmileResource;
