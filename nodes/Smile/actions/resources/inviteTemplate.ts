import { holds } from '../../shared/holds';
import type { SmileResource } from '../resource';
import { create } from '../verbs/create';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { remove } from '../verbs/remove';
import { additional, required } from './inviteTemplate.inputs';
import { updateInviteTemplate } from './inviteTemplate.update';

export const inviteTemplate = {
	name: 'Invite Template',
	plural: 'invite templates',
	description: 'The e-mail and the pages that an invited person sees',
	path: '/inviteTemplates',
	idExample: 'ivt-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [],
	label: ['name'],
	operations: [
		create({
			action: 'Create invite template',
			description: 'Store an e-mail and pages for invites at Smile; nobody is written to',
			inputs: required,
			additional,
			repeat: 'look',
			request: (fields, { path }) => {
				const { sendEmail = true, ...email } = (fields.email ?? {}) as Record<string, unknown>;
				const body = { ...fields, email: { ...email, sendEmail: sendEmail === true } };
				return { path, body, look: { path, isEqual: (record) => holds(record, body) } };
			},
		}),
		get,
		getAll,
		remove({
			value: 'delete',
			description: 'Delete an invite template at Smile',
			notice:
				'Smile deletes the template for good. What becomes of open invites that use it is not documented.',
		}),
		updateInviteTemplate,
	],
} as const satisfies SmileResource;
