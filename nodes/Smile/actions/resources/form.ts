import { FORMS_PATH } from '../../events/payloadGroups';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { dated } from './common';

export const form = {
	name: 'Form',
	plural: 'forms',
	description: 'What people typed into the forms of a site made with Smile',
	path: FORMS_PATH,
	idExample: 'form-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['userId', 'winkSiteId', ...dated],
	datedBy: 'creation date',
	label: ['name', 'userId', 'createdAt'],
	operations: [get, getAll],
} as const satisfies SmileResource;
