import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { fieldOf, type Field } from './field';
import { inputFile, TAKEN_FILE, type InputFile } from './inputFile';
import { readList } from './listOfFields';
import { readText } from './text';

const binaryField = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	description: `The field of the item that holds the file: ${TAKEN_FILE}`,
} as const satisfies INodeProperties;

const subtypes: INodePropertyOptions[] = [
	{ name: 'Card Back', value: 'CARD_BACK' },
	{ name: 'Card Front', value: 'CARD_FRONT' },
	{ name: 'Company ID Back', value: 'COMPANY_ID_BACK' },
	{ name: 'Company ID Front', value: 'COMPANY_ID_FRONT' },
	{ name: 'Employment Information', value: 'EMPLOYMENT_INFORMATION' },
	{ name: 'None', value: '' },
	{ name: 'Payslip', value: 'PAYSLIP' },
	{ name: 'Personal Information', value: 'PERSONAL_INFORMATION' },
	{ name: 'Tax Payment', value: 'TAX_PAYMENT' },
];
const fileSubtype = { displayName: 'Subtype', name: 'fileSubtype' } as const;
const fileName = { displayName: 'File Name', name: 'fileName' } as const;
const FILES = { displayName: 'Files', name: 'files' } as const;

/** The field for one file. */
export const fileProperty: INodeProperties = binaryField;

/** The field for one file or several. */
export const filesProperty: INodeProperties = {
	...FILES,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add file',
	default: { file: [{ binaryPropertyName: 'data' }] },
	required: true,
	description: 'The files of the item that belong together, such as the pages of one document',
	options: [
		{
			displayName: 'File',
			name: 'file',
			values: [
				{
					...fileName,
					type: 'string',
					default: '',
					description: 'Name of the file at Smile; empty for the name that it has in n8n',
				},
				{ ...binaryField, required: undefined },
				{
					...fileSubtype,
					type: 'options',
					options: subtypes,
					default: '',
					description: 'What the file shows, where the type of the archive knows several',
				},
			],
		},
	],
};

/** The file in the field for one. Throws for a missing, empty, too large or unknown one. */
export async function readFile(context: IExecuteFunctions, itemIndex: number): Promise<InputFile> {
	return await fileIn(context, itemIndex, fieldOf(context, itemIndex, binaryField));
}

/** The files in the field for several, at least one; see `readFile`. */
export async function readFiles(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<InputFile[]> {
	const field = fieldOf(context, itemIndex, FILES);
	const entries = readList(field, 'file');
	if (entries.length === 0) throw field.error('holds nothing', 'Add at least one file');
	const files: InputFile[] = [];
	for (const entry of entries) {
		const file = await fileIn(context, itemIndex, entry(binaryField));
		const subtype = readSubtype(entry(fileSubtype));
		const name = readText(entry(fileName)) || file.name;
		files.push({ ...file, name, subtype });
	}
	return files;
}

function readSubtype(field: Field): string | undefined {
	const subtype = readText(field);
	if (subtypes.some(({ value }) => value === subtype)) return subtype || undefined;
	throw field.error('holds a subtype that Smile does not know', 'Pick one from the list');
}

async function fileIn(
	context: IExecuteFunctions,
	itemIndex: number,
	field: Field,
): Promise<InputFile> {
	const property = field.isSet ? readText(field) : binaryField.default;
	if (property === '') {
		throw field.error(
			'holds nothing',
			`Enter the name of the field that holds the file, such as ${binaryField.default}`,
		);
	}
	return await inputFile(context, itemIndex, property, field);
}
