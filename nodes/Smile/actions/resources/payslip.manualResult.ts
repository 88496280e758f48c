import { LONGEST_TEXT } from '../../api/limits';
import { writeOnce } from '../../api/writeOnce';
import { collectionProperty, readBody, readCollection } from '../parameters/body';
import { flagInput } from '../parameters/choiceInputs';
import { dayInput, numberInput } from '../parameters/numberInputs';
import { patternInput, textInput } from '../parameters/textInputs';
import { fieldOf } from '../parameters/field';
import { readTexts } from '../parameters/list';
import type { Verb } from '../resource';
import { archiveId } from './payslip.archive';

const text = (displayName: string, name: string, description: string) =>
	textInput({ displayName, name, description, most: LONGEST_TEXT });

/** What may be corrected, under the names that Smile has for it. Of what a person left empty nothing is corrected. */
const corrected = [
	patternInput({
		displayName: 'Currency',
		name: 'currency',
		description: 'The currency as three capital letters, ISO 4217',
		example: 'PHP',
		pattern: /^[A-Z]{3}$/,
		todo: 'Enter three letters, as in PHP',
		normalize: (value) => value.toUpperCase(),
	}),
	text('Employee Name', 'employeeName', 'Name of the employee'),
	text('Employer Name', 'employerName', 'Name of the employer'),
	dayInput({ displayName: 'End Date', name: 'endDate', description: 'Last day of the period' }),
	numberInput({
		displayName: 'Gross Amount',
		name: 'grossAmount',
		description: 'Pay before deductions',
	}),
	numberInput({
		displayName: 'Net Amount',
		name: 'netAmount',
		description: 'Pay after deductions',
	}),
	text('Pag-IBIG Number', 'pagIbigNumber', 'Number at the housing fund'),
	dayInput({ displayName: 'Pay Date', name: 'payDate', description: 'Day of the payment' }),
	text('PhilHealth Number', 'philHealthNumber', 'Number at the health insurance'),
	text('SS Number', 'ssNumber', 'Number at the social security'),
	dayInput({
		displayName: 'Start Date',
		name: 'startDate',
		description: 'First day of the period',
	}),
	text('Tax Number', 'taxNumber', 'Number at the tax office'),
];

const validFile = flagInput({
	displayName: 'Valid File',
	name: 'validFile',
	description: 'Whether the file is a payslip that can be read',
	preset: true,
});
const data = { name: 'data', displayName: 'Corrected Fields' } as const;
const checkedFields = { name: 'checkedFields', displayName: 'Checked Fields' } as const;

/** Tells Smile what a person found who looked at a payslip. */
export const sendManualResult: Verb = () => ({
	option: {
		name: 'Send Manual Result',
		value: 'sendManualResult',
		action: 'Send manual result of a payslip',
		description: 'Tell Smile what a person read from a payslip, which replaces what it had read',
	},
	writes: true,
	properties: [
		archiveId.property,
		validFile.property,
		collectionProperty(data, corrected),
		{
			...checkedFields,
			type: 'multiOptions',
			options: corrected.map(({ property: { displayName, name } }) => ({
				name: displayName,
				value: name,
			})),
			default: [],
			description: 'The fields that the person compared with the file',
		},
	],
	async run(context, itemIndex, orThrow, smile) {
		const body = readBody(context, itemIndex, { inputs: [archiveId, validFile] });
		const values = readCollection(context, itemIndex, data, corrected);
		const checked = fieldOf(context, itemIndex, checkedFields);
		const isNone = Array.isArray(checked.value) && checked.value.length === 0;
		const names = isNone ? [] : readTexts(checked);
		const whole = {
			...body,
			...(Object.keys(values).length > 0 ? { data: values } : {}),
			...(names.length > 0 ? { checkedFields: names } : {}),
		};
		const path = '/archives/-/payslips/sendManualResult';
		const write = await writeOnce(smile, { method: 'POST', path, body: whole, repeat: 'safe' });
		orThrow(write, 'send the manual result of a payslip');
		return [{ success: true, id: String(body.archiveId) }];
	},
});
