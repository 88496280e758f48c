import { LONGEST_TEXT } from '../../api/limits';
import { choiceInput } from '../parameters/choiceInputs';
import { textInput } from '../parameters/textInputs';
import { phoneInput } from '../parameters/phone';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { inquire } from '../verbs/inquire';
import { dated } from './common';
import { countryOfSix, curp, fullName, gaid } from './personInputs';
import { simpleResult } from './simpleResult';

const mobileNumber = phoneInput({
	displayName: 'Mobile Number',
	name: 'mobileNumber',
	hasPlus: false,
	mayBeDigest: true,
});
/** The CURP under the name that this product has for it. */
const idOfMexico = {
	...curp,
	property: { ...curp.property, name: 'idNumber', displayName: 'CURP' },
};
const idOfPhilippines = textInput({
	displayName: 'ID Number',
	name: 'idNumber',
	description: "The number of the person's document",
	most: LONGEST_TEXT,
	isRequired: true,
});
const idType = choiceInput({
	displayName: 'ID Type',
	name: 'idType',
	description: 'The kind of document that the number is of',
	choices: [
		{ name: 'Driver License', value: 'DRIVER_LICENSE' },
		{ name: 'National ID', value: 'NATIONAL_ID' },
		{ name: 'Passport', value: 'PASSPORT' },
		{ name: 'PhilHealth', value: 'PHILHEALTH' },
		{ name: 'PhilSys', value: 'PHILSYS' },
		{ name: 'PRC', value: 'PRC' },
		{ name: 'SSS', value: 'SSS' },
		{ name: 'TIN', value: 'TIN' },
		{ name: 'UMID', value: 'UMID' },
	],
	preset: 'NATIONAL_ID',
	isRequired: true,
});
const anyGaid = gaid(false);

export const maw = {
	name: 'Multiple Application Warning',
	plural: 'multiple application warnings',
	description: 'How often a person has applied for loans elsewhere',
	path: '/beta/maws',
	idExample: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['mawType', 'mobileNumber', ...dated],
	datedBy: 'creation date',
	label: ['status', 'createdAt'],
	simple: simpleResult,
	operations: [
		inquire({
			action: 'Create multiple application warning',
			description: 'Ask whether a person applied for loans elsewhere, with their consent',
			variants: [
				{
					name: 'Phone',
					value: 'maw2',
					description: 'MAW2, by a phone number of six countries',
					path: '/beta/maws/requestMaw2',
					templateId: 'tpl-maw002001',
					inputs: [mobileNumber, countryOfSix],
				},
				{
					name: 'Person, Mexico',
					value: 'maw3Mexico',
					description: 'MAW3, by phone number, name and CURP',
					path: '/beta/maws/requestMaw3',
					templateId: 'tpl-maw004001',
					inputs: [mobileNumber, fullName, idOfMexico, anyGaid],
					fixed: { idType: 'NATIONAL_ID', countryCode: 'MX' },
				},
				{
					name: 'Person, Philippines',
					value: 'maw3Philippines',
					description: 'MAW3, by phone number, name and a document',
					path: '/beta/maws/requestMaw3',
					templateId: 'tpl-maw004003',
					inputs: [mobileNumber, fullName, idOfPhilippines, idType, anyGaid],
					fixed: { countryCode: 'PH' },
				},
				{
					name: 'Advertising ID, Africa',
					value: 'maw3Africa',
					description: "MAW3, by the advertising ID of the person's device",
					path: '/beta/maws/requestMaw3',
					templateId: 'tpl-maw004002',
					inputs: [gaid(true)],
				},
			],
			lookBy: ['mobileNumber'],
		}),
		get,
		getAll,
	],
} as const satisfies SmileResource;
