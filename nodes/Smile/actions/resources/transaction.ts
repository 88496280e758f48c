import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { dated, ofSource } from './common';

export const transaction = {
	name: 'Transaction',
	plural: 'transactions',
	description: 'Payments and other transactions of a person',
	path: '/transactions',
	idExample: 't-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [...ofSource, ...dated],
	datedBy: 'transaction date',
	operations: [get, getAll],
} as const satisfies SmileResource;
