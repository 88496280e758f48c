import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { ofSource } from './common';

export const link = {
	name: 'Link',
	plural: 'links',
	description: 'How often a person linked accounts with other organizations',
	path: '/links',
	idExample: 'link-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ofSource,
	operations: [get, getAll],
} as const satisfies SmileResource;
