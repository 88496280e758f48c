import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { dated, ofSource, origin } from './common';

export const income = {
	name: 'Income',
	plural: 'incomes',
	description: 'What a person was paid',
	path: '/incomes',
	idExample: 'inc-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [...ofSource, ...dated],
	datedBy: 'income date',
	simplified: {
		id: 'id',
		employer: 'employer',
		startDate: 'startDate',
		endDate: 'endDate',
		currency: 'currency',
		frequency: 'frequency',
		grossAmount: 'grossAmount',
		netAmount: 'netAmount',
		...origin,
	},
	operations: [get, getAll],
} as const satisfies SmileResource;
