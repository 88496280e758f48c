import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { dated, ofSource, origin } from './common';

export const liability = {
	name: 'Liability',
	plural: 'liabilities',
	description: 'Loans of a person',
	path: '/liabilities',
	idExample: 'lia-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [...ofSource, ...dated],
	datedBy: 'start date of the loan',
	simplified: {
		id: 'id',
		type: 'type',
		startDate: 'startDate',
		endDate: 'endDate',
		currency: 'currency',
		loanAmount: 'loanAmount',
		outstandingBalance: 'outstandingBalance',
		overduePaymentAmount: 'overduePaymentAmount',
		...origin,
	},
	label: ['type', 'referenceId', 'startDate'],
	operations: [get, getAll],
} as const satisfies SmileResource;
