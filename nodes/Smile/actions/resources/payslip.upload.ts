import { fileProperty, readFile } from '../parameters/files';
import { pickInput } from '../parameters/pick';
import { upload } from '../verbs/upload';

export const uploadPayslip = upload({
	value: 'upload',
	name: 'Upload',
	action: 'Upload payslip',
	description: 'Have Smile read a payslip of a user, which it may bill',
	path: '/archives/-/payslips/uploadRawFile',
	inputs: [
		pickInput({
			displayName: 'User',
			name: 'userId',
			description: 'Whose payslip it is',
			example: 'acme-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
			noun: 'user',
			searchListMethod: 'searchUsers',
		}),
	],
	property: fileProperty,
	readFiles: async (context, itemIndex) => {
		const { format, size, content } = await readFile(context, itemIndex);
		// Smile takes no name here, so none can be looked for.
		return [{ format, size, content }];
	},
	toBody: ([{ format, text }]) => ({ fileExtensionType: format, fileContent: text }),
	typeOf: () => 'PAYSLIP',
});
