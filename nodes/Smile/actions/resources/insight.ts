import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { ofSource, origin } from './common';

export const insight = {
	name: 'Insight',
	plural: 'insights',
	description: 'Figures that Smile calculates from all data of a person',
	path: '/insights',
	idExample: 'insight-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ofSource,
	simplified: {
		id: 'id',
		cutoffTime: 'cutoffTime',
		incomesCount: 'features.incomes_count',
		incomesAverage: 'features.incomes_amount_average',
		currentIncome: 'features.incomes_current_amount',
		outstandingLoans: 'features.liabilities_outstanding_amount_total',
		currentTenure: 'features.employments_current_tenure',
		age: 'features.identity_age',
		...origin,
	},
	operations: [get, getAll],
} as const satisfies SmileResource;
