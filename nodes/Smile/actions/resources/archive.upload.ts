import { filesProperty, readFiles } from '../parameters/files';
import type { InputFile } from '../parameters/inputFile';
import { pickInput } from '../parameters/pick';
import { upload } from '../verbs/upload';

/** Whose files they are. Where the field was added it must name somebody: files must not end up on a new person. */
const userId = pickInput({
	displayName: 'User ID',
	name: 'userId',
	description: 'Whose files they are; without this field Smile makes a new user for them',
	example: 'acme-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	noun: 'user',
	searchListMethod: 'searchUsers',
});

const fileType = pickInput({
	displayName: 'File Type',
	name: 'fileType',
	description: 'What the files are, as Smile names it',
	example: 'PAYSLIP',
	noun: 'file type',
	searchListMethod: 'searchFileTypes',
	entered: 'By Type',
});

const rawFiles = (files: ReadonlyArray<InputFile & { text: string }>) => ({
	rawFiles: files.map(({ subtype, name, format, text }) => ({
		...(subtype ? { fileSubtype: subtype } : {}),
		...(name ? { fileName: name } : {}),
		fileExtensionType: format,
		fileContent: text,
	})),
});

const many = { property: filesProperty, readFiles, toBody: rawFiles, additional: [userId] };

export const uploadArchive = upload({
	value: 'upload',
	name: 'Upload',
	action: 'Upload archive',
	description: "Have Smile read a person's files of a known type, which it may bill",
	path: '/archives',
	inputs: [fileType],
	typeOf: (body) => body.fileType,
	...many,
});

export const classifyArchive = upload({
	value: 'classify',
	name: 'Classify',
	action: 'Classify archive',
	description: "Have Smile find out what a person's files are and read them, which it may bill",
	path: '/archives/classify',
	inputs: [],
	typeOf: () => undefined,
	...many,
});
