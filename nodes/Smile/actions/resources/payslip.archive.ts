import { pickInput } from '../parameters/pick';

/** The archive that a payslip was uploaded as: payslips have no id of their own. */
export const archiveId = pickInput({
	displayName: 'Archive',
	name: 'archiveId',
	description: 'The archive that the payslip was uploaded as',
	example: 'archive-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	noun: 'payslip',
	searchListMethod: 'searchPayslips',
});
