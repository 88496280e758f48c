import { samplePayslip } from './ops/sampleFile';

/** A file as the body of an upload holds it. */
export const file = (bytes = samplePayslip()) => ({
	fileName: 'payslip.pdf',
	fileExtensionType: 'PDF',
	fileContent: bytes.toString('base64'),
});
