import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { ofSource } from './common';

export const estimatedIncome = {
	name: 'Estimated Income',
	plural: 'estimated incomes',
	description: 'Monthly incomes that Smile estimates from other data',
	path: '/eincomes',
	idExample: 'einc-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [...ofSource, 'startMonth', 'endMonth'],
	operations: [get, getAll],
} as const satisfies SmileResource;
