import type { SmileResource } from '../resource';
import { getAll } from '../verbs/getAll';
import { getPayslip } from './payslip.get';
import { sendManualResult } from './payslip.manualResult';
import { uploadPayslip } from './payslip.upload';

export const payslip = {
	name: 'Payslip',
	plural: 'payslips',
	description: 'Payslips that a person uploaded, and what Smile read from them',
	path: '/archives/-/payslips/listPredictions',
	idExample: 'archive-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['startDate', 'endDate'],
	datedBy: 'creation date',
	simplified: {
		archiveId: 'metadata.sourceId',
		userId: 'metadata.userId',
		employeeName: 'employeeName',
		employerName: 'employerName',
		startDate: 'startDate',
		endDate: 'endDate',
		payDate: 'payDate',
		currency: 'currency',
		grossAmount: 'grossAmount',
		netAmount: 'netAmount',
		// The lowest of those of the single numbers; null where Smile cannot or may not check any.
		matchScore: 'matchResult.employeeNameAndIdentificationNumberMatchScore',
	},
	operations: [getPayslip, getAll, sendManualResult, uploadPayslip],
} as const satisfies SmileResource;
