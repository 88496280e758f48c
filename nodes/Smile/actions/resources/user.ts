import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { dated } from './common';

export const user = {
	name: 'User',
	plural: 'users',
	description: 'The people whose data Smile holds',
	path: '/users',
	idExample: 'acme-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: dated,
	datedBy: 'creation date',
	label: ['createdAt', 'session.status'],
	operations: [get, getAll],
} as const satisfies SmileResource;
