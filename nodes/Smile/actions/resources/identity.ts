import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { ofSource, origin } from './common';

export const identity = {
	name: 'Identity',
	plural: 'identities',
	description: 'Who a person is, as a provider knows them',
	path: '/identities',
	idExample: 'i-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ofSource,
	simplified: {
		id: 'id',
		fullName: 'fullName',
		dateOfBirth: 'dob',
		gender: 'gender',
		country: 'countryResidence',
		email: 'emails.0.address',
		phone: 'phones.0.number',
		address: 'addresses.0.fullAddress',
		...origin,
	},
	label: ['fullName', 'metadata.itemCreatedAt'],
	operations: [get, getAll],
} as const satisfies SmileResource;
