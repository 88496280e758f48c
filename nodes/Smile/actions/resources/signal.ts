import { LONGEST_TEXT } from '../../api/limits';
import { phoneInput } from '../parameters/phone';
import { choiceInput } from '../parameters/choiceInputs';
import { textInput } from '../parameters/textInputs';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { inquire } from '../verbs/inquire';
import { dated } from './common';
import { countryCode, countryOfSix, curp, emailAddress, fullName, nss } from './personInputs';
import { simpleResult } from './simpleResult';

const withoutPlus = { hasPlus: false, mayBeDigest: true } as const;
const phone = phoneInput({ displayName: 'Phone', name: 'phone', ...withoutPlus });
const mobileNumber = phoneInput({
	displayName: 'Mobile Number',
	name: 'mobileNumber',
	...withoutPlus,
});
const idNumber = textInput({
	displayName: 'ID Number',
	name: 'idNumber',
	description: "The person's national ID number in Thailand",
	most: LONGEST_TEXT,
	isRequired: true,
});
const idType = choiceInput({
	displayName: 'ID Type',
	name: 'idType',
	description: 'The kind of the ID number',
	choices: [{ name: 'Personal ID', value: 'PID' }],
	preset: 'PID',
	isRequired: true,
});

export const signal = {
	name: 'Signal',
	plural: 'signals',
	description: 'What companies know of the credit behavior behind a phone number or a person',
	path: '/beta/signals',
	idExample: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['phone', 'signalType', ...dated],
	datedBy: 'creation date',
	label: ['status', 'createdAt'],
	unwrapped: (record) =>
		typeof record.signal === 'object' && record.signal !== null
			? (record.signal as typeof record)
			: record,
	simple: simpleResult,
	operations: [
		inquire({
			action: 'Create signal',
			description: 'Ask what is known of the credit behavior of a person, with their consent',
			variants: [
				{
					name: 'Phone, Philippines',
					value: 'signal1',
					description: 'Signal1, by a phone number',
					path: '/beta/signals',
					templateId: 'tpl-sgn003001',
					inputs: [phone, countryCode(true)],
				},
				{
					name: 'Phone, Six Countries',
					value: 'signal2',
					description: 'Signal2, by a phone number',
					path: '/beta/signals/createSignal2',
					templateId: 'tpl-sgn002001',
					inputs: [phone, countryOfSix],
				},
				{
					name: 'Person, Mexico',
					value: 'signal3Mexico',
					description: 'Signal3, by phone number, name and CURP',
					path: '/beta/signals/createSignal3',
					templateId: 'tpl-sgn003002',
					inputs: [phone, fullName, curp, emailAddress(false), nss],
				},
				{
					name: 'Person, Thailand',
					value: 'signal3Thailand',
					description: 'Signal3, by phone number, name and national ID',
					path: '/beta/signals/createSignal3',
					templateId: 'tpl-social-securities-signal-th',
					inputs: [mobileNumber, fullName, idNumber, idType],
				},
			],
			lookBy: ['phone'],
		}),
		get,
		getAll,
	],
} as const satisfies SmileResource;
