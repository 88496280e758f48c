import { PROVIDERS_PATH } from '../../api/providers';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';

export const provider = {
	name: 'Provider',
	plural: 'providers',
	description: 'Organizations at which a person can link an account',
	path: PROVIDERS_PATH,
	idExample: 'sss_ph',
	filters: ['accountConnection', 'active', 'enabled', 'ids', 'name', 'subType', 'topIds', 'type'],
	simplified: {
		id: 'id',
		name: 'name',
		longName: 'longName',
		type: 'type',
		subType: 'subType',
		active: 'active',
		enabled: 'enabled',
		accountConnection: 'accountConnection',
		supported: 'supported',
	},
	label: ['name', 'typeLabel'],
	operations: [get, getAll],
} as const satisfies SmileResource;
