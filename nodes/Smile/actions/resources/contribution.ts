import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { dated, ofSource } from './common';

export const contribution = {
	name: 'Contribution',
	plural: 'contributions',
	description: 'Contributions to social security and similar funds',
	path: '/contributions',
	idExample: 'con-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [...ofSource, ...dated],
	datedBy: 'contribution date',
	operations: [get, getAll],
} as const satisfies SmileResource;
