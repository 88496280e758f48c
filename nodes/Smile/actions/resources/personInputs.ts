import { LONGEST_TEXT } from '../../api/limits';
import { choiceInput } from '../parameters/choiceInputs';
import { emailInput, patternInput, textInput } from '../parameters/textInputs';

/** Fields that several queries about a person share. */
export const fullName = textInput({
	displayName: 'Full Name',
	name: 'fullName',
	description: "The person's whole name, as on their documents",
	example: 'Maria Santos',
	most: LONGEST_TEXT,
	isRequired: true,
});

export const curp = patternInput({
	displayName: 'CURP',
	name: 'curp',
	description: "The person's number in the population register of Mexico",
	isRequired: true,
	pattern: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/,
	todo: 'Enter the 18 letters and digits of a CURP',
	normalize: (text) => text.toUpperCase(),
});

export const nss = patternInput({
	displayName: 'NSS',
	name: 'nss',
	description: "The person's social security number in Mexico",
	pattern: /^\d{11}$/,
	todo: 'Enter the 11 digits of an NSS',
	normalize: (text) => text.replace(/[\s-]/g, ''),
});

export const emailAddress = (isRequired: boolean) =>
	emailInput({
		displayName: 'Email Address',
		name: 'emailAddress',
		description: "The person's e-mail address",
		example: 'name@example.com',
		isRequired,
	});

export const countryCode = (isRequired: boolean) =>
	patternInput({
		displayName: 'Country',
		name: 'countryCode',
		description: 'The country as two capital letters, ISO 3166',
		example: 'PH',
		isRequired,
		pattern: /^[A-Z]{2}$/,
		todo: 'Enter two letters, as in PH',
		normalize: (text) => text.toUpperCase(),
	});

/** The six countries of Signal2 and MAW2. */
export const countryOfSix = choiceInput({
	displayName: 'Country',
	name: 'countryCode',
	description: 'The country of the phone number',
	choices: [
		{ name: 'Colombia', value: 'CO' },
		{ name: 'India', value: 'IN' },
		{ name: 'Indonesia', value: 'ID' },
		{ name: 'Mexico', value: 'MX' },
		{ name: 'Philippines', value: 'PH' },
		{ name: 'Thailand', value: 'TH' },
	],
	preset: 'PH',
	isRequired: true,
});

/** An advertising id of Google; all zeros are taken too. */
export const gaid = (isRequired: boolean) =>
	patternInput({
		displayName: 'Google Ad ID',
		name: 'gaid',
		description: "The advertising ID of the person's device",
		example: '00000000-0000-0000-0000-000000000000',
		isRequired,
		pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
		todo: 'Enter 32 hexadecimal digits in five groups',
	});
