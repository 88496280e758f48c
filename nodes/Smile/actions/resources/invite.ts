import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { createInvite } from './invite.create';

export const invite = {
	name: 'Invite',
	plural: 'invites',
	description: 'E-mails that ask a person to link an account',
	path: '/invites',
	idExample: 'iv-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [],
	simplified: {
		id: 'id',
		userId: 'userId',
		fullName: 'fullName',
		email: 'email',
		status: 'status',
		createdAt: 'createdAt',
		invitedAt: 'invitedAt',
		linkedAt: 'linkedAt',
		templateId: 'templateId',
		inviteLandingPageUrl: 'inviteLandingPageUrl',
	},
	label: ['fullName', 'status', 'createdAt'],
	alsoFoundBy: ['email'],
	extra: {
		option: 'includeLogs',
		displayName: 'Include Logs',
		description: 'Whether to add every status that the invite has had under "logs"',
		path: '/logs',
		field: 'logs',
		isList: true,
	},
	operations: [createInvite, get, getAll],
} as const satisfies SmileResource;
