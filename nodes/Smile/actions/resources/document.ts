import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { ofSource } from './common';
import { documentFileOf } from './namedFiles';

export const document = {
	name: 'Document',
	plural: 'documents',
	description: 'Documents of a person at a provider, such as certificates',
	path: '/documents',
	idExample: 'd-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ofSource,
	label: ['name', 'documentType', 'issueDate'],
	files: documentFileOf,
	operations: [get, getAll],
} as const satisfies SmileResource;
