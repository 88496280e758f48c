import type { SmileResource } from '../resource';
import { getAll } from '../verbs/getAll';

export const fileType = {
	name: 'File Type',
	plural: 'file types',
	description: 'The types of files that Smile can analyze, such as payslips',
	path: '/fileTypes',
	idExample: 'PAYSLIP',
	filters: ['active', 'enabled', 'ocr', 'type'],
	operations: [getAll],
} as const satisfies SmileResource;
