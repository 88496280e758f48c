import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { ofSource } from './common';

export const rating = {
	name: 'Rating',
	plural: 'ratings',
	description: 'How a person is rated at a provider, such as a gig platform',
	path: '/ratings',
	idExample: 'r-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ofSource,
	operations: [get, getAll],
} as const satisfies SmileResource;
