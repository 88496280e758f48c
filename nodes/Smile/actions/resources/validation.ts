import { LONGEST_TEXT } from '../../api/limits';
import { without } from '../../shared/without';
import { choiceInput } from '../parameters/choiceInputs';
import { patternInput, textInput } from '../parameters/textInputs';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { inquire } from '../verbs/inquire';
import { dated } from './common';
import { countryCode } from './personInputs';
import { simpleResult } from './simpleResult';

const only = (name: string, value: string) => ({ show: { [name]: [value] } });

const accountBy = choiceInput({
	displayName: 'Account By',
	name: 'accountBy',
	description: 'How the account is named',
	choices: [
		{ name: 'Account Number', value: 'accountNumber' },
		{ name: 'IBAN', value: 'iban' },
	],
	preset: 'accountNumber',
	isRequired: true,
});
const bankBy = choiceInput({
	displayName: 'Bank By',
	name: 'bankBy',
	description: 'How the bank is named',
	choices: [
		{ name: 'BIC', value: 'bic' },
		{ name: 'Country', value: 'countryCode' },
	],
	preset: 'countryCode',
	isRequired: true,
});
const accountNumber = textInput({
	displayName: 'Account Number',
	name: 'accountNumber',
	description: 'Number of the account at the bank',
	most: LONGEST_TEXT,
	isRequired: true,
});
const iban = patternInput({
	displayName: 'IBAN',
	name: 'iban',
	description: 'International number of the account',
	isRequired: true,
	pattern: /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/,
	todo: 'Enter an IBAN, two letters and up to 32 letters and digits',
	normalize: (value) => value.replace(/\s/g, '').toUpperCase(),
});
const bic = patternInput({
	displayName: 'BIC',
	name: 'bic',
	description: 'International code of the bank',
	isRequired: true,
	pattern: /^[A-Z0-9]{8}([A-Z0-9]{3})?$/,
	todo: 'Enter the 8 or 11 letters and digits of a BIC',
	normalize: (value) => value.replace(/\s/g, '').toUpperCase(),
});

export const validation = {
	name: 'Validation',
	plural: 'validations',
	description: 'Whether a bank account belongs to a person',
	path: '/alpha/validations',
	idExample: 'vld-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['type', 'userId', ...dated],
	datedBy: 'creation date',
	label: ['status', 'createdAt'],
	simple: simpleResult,
	operations: [
		inquire({
			value: 'validateBankAccount',
			name: 'Validate Bank Account',
			action: 'Validate bank account',
			description: 'Ask whether a bank account belongs to a person, with their consent',
			variants: [
				{
					name: 'Bank Account',
					value: 'bankAccount',
					description: 'By name and account',
					path: '/alpha/validations/validateBankAccount',
					inputs: [
						textInput({
							displayName: 'Name',
							name: 'name',
							description: 'Name of the owner of the account',
							example: 'Maria Santos',
							most: LONGEST_TEXT,
							isRequired: true,
						}),
						accountBy,
						{ ...accountNumber, isFor: only('accountBy', 'accountNumber') },
						{ ...iban, isFor: only('accountBy', 'iban') },
						bankBy,
						{ ...countryCode(true), isFor: only('bankBy', 'countryCode') },
						{ ...bic, isFor: only('bankBy', 'bic') },
					],
				},
			],
			additional: [
				choiceInput({
					displayName: 'ID Type',
					name: 'idType',
					description: 'The kind of the ID number',
					choices: [
						{ name: 'National ID', value: 'NATIONAL_ID' },
						{ name: 'Registration ID', value: 'REGISTRATION_ID' },
					],
					preset: 'NATIONAL_ID',
				}),
				textInput({
					displayName: 'ID Number',
					name: 'idNumber',
					description: 'Number of a document of the owner, which some countries want',
					most: LONGEST_TEXT,
				}),
			],
			toBody: (fields) => without(fields, 'accountBy', 'bankBy'),
		}),
		get,
		getAll,
	],
} as const satisfies SmileResource;
