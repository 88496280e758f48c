import { NodeOperationError } from 'n8n-workflow';

import { LONGEST_TEXT } from '../../api/limits';
import { isJsonObject } from '../../shared/jsonObject';
import { choiceInput } from '../parameters/choiceInputs';
import { dayInput } from '../parameters/numberInputs';
import { emailInput, textInput } from '../parameters/textInputs';
import { phoneInput } from '../parameters/phone';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { inquire } from '../verbs/inquire';
import { dated } from './common';
import { simpleResult } from './simpleResult';

const text = (displayName: string, name: string, description: string, place?: string) =>
	textInput({ displayName, name, description, place, most: LONGEST_TEXT });

const fullName = text(
	'Full Name',
	'fullName',
	"The person's whole name; or first and last name under Additional Fields",
);

export const verification = {
	name: 'Verification',
	plural: 'verifications',
	description: 'Whether what a person says of themselves is what outside sources say',
	path: '/alpha/verifications',
	idExample: 'ver-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['finalMatches', ...dated],
	datedBy: 'creation date',
	label: ['requestMeta.fullName', 'status', 'createdAt'],
	simple: simpleResult,
	operations: [
		inquire({
			action: 'Create verification',
			description: 'Check what a person says of themselves at outside sources, with their consent',
			variants: [
				{
					name: 'Email',
					value: 'email',
					description: 'By name and e-mail address',
					path: '/alpha/verifications',
					inputs: [
						fullName,
						emailInput({
							displayName: 'Email',
							name: 'email',
							place: 'additionalData.email',
							description: "The person's e-mail address",
							example: 'name@example.com',
							isRequired: true,
						}),
					],
				},
				{
					name: 'ID Number',
					value: 'idNumber',
					description: 'By name and the number of a document',
					path: '/alpha/verifications',
					inputs: [
						fullName,
						textInput({
							displayName: 'ID Type',
							name: 'idType',
							place: 'id.idType',
							description:
								'The kind of document as Smile names it; known are tin_ph and prclicense_ph, and Smile has no list of them',
							example: 'tin_ph',
							most: LONGEST_TEXT,
							isRequired: true,
						}),
						textInput({
							displayName: 'ID Number',
							name: 'idNumber',
							place: 'id.idNumber',
							description: "The number of the person's document",
							most: LONGEST_TEXT,
							isRequired: true,
						}),
					],
				},
			],
			additional: [
				text('Address', 'address', "The person's address", 'additionalData.address'),
				dayInput({
					displayName: 'Date of Birth',
					name: 'dob',
					place: 'additionalData.dob',
					description: "The person's date of birth",
				}),
				text('Employer', 'employer', "The person's employer", 'additionalData.employer'),
				choiceInput({
					displayName: 'Employment Status',
					name: 'employmentStatus',
					place: 'additionalData.employmentStatus',
					description: 'How the person works',
					choices: [
						{ name: 'Employed', value: 'EMPLOYED' },
						{ name: 'Gig', value: 'GIG' },
						{ name: 'Retired', value: 'RETIRED' },
						{ name: 'Self-Employed', value: 'SELF-EMPLOYED' },
						{ name: 'Unemployed', value: 'UNEMPLOYED' },
					],
					preset: 'EMPLOYED',
				}),
				text('First Name', 'firstName', "The person's given name"),
				choiceInput({
					displayName: 'Gender',
					name: 'gender',
					place: 'additionalData.gender',
					description: "The person's gender",
					choices: [
						{ name: 'Female', value: 'Female' },
						{ name: 'Male', value: 'Male' },
						{ name: 'Non-Binary', value: 'Non-binary' },
					],
					preset: 'Female',
				}),
				text('ID Subtype', 'idSubType', 'The closer kind of document', 'id.idSubType'),
				text('Last Name', 'lastName', "The person's family name"),
				text('Middle Name', 'middleName', "The person's middle name"),
				phoneInput({
					displayName: 'Phone',
					name: 'phone',
					place: 'additionalData.phone',
					hasPlus: false,
					mayBeDigest: false,
					isRequired: false,
				}),
				text('Suffix', 'suffix', 'What follows the name, such as Jr.'),
			],
			check(context, itemIndex, body) {
				if (body.fullName !== undefined) return;
				if (body.firstName !== undefined && body.lastName !== undefined) return;
				throw new NodeOperationError(context.getNode(), 'The person has no name', {
					itemIndex,
					description: 'Fill in Full Name, or add both First Name and Last Name.',
				});
			},
			toBody: ({ id, ...body }) => {
				if (!isJsonObject(id) || id.idNumber === undefined) return body;
				const more = isJsonObject(body.additionalData) ? body.additionalData : {};
				// Smile's field is a list, of which it takes one entry.
				return { ...body, additionalData: { ...more, ids: [id] } };
			},
		}),
		get,
		getAll,
	],
} as const satisfies SmileResource;
