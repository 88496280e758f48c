import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { dated, ofSource, origin } from './common';

export const employment = {
	name: 'Employment',
	plural: 'employments',
	description: 'Jobs that a person has or had',
	path: '/employments',
	idExample: 'e-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [...ofSource, ...dated],
	datedBy: 'employment date',
	simplified: {
		id: 'id',
		employer: 'employer',
		jobTitle: 'jobTitle',
		department: 'department',
		employeeNumber: 'employeeNumber',
		status: 'status',
		startDate: 'startDate',
		endDate: 'endDate',
		...origin,
	},
	label: ['employer', 'jobTitle', 'startDate'],
	operations: [get, getAll],
} as const satisfies SmileResource;
