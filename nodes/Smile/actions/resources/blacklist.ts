import { dayInput } from '../parameters/numberInputs';
import { phoneInput } from '../parameters/phone';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { inquire } from '../verbs/inquire';
import { dated } from './common';
import { countryCode } from './personInputs';
import { simpleResult } from './simpleResult';

export const blacklist = {
	name: 'Blacklist',
	noun: 'blacklist check',
	plural: 'blacklist checks',
	description: 'Whether a phone number is on a blacklist of lenders',
	path: '/alpha/blacklists',
	idExample: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['mobileNumber', ...dated],
	datedBy: 'creation date',
	label: ['status', 'createdAt'],
	simple: simpleResult,
	operations: [
		inquire({
			value: 'check',
			name: 'Check',
			action: 'Check a phone number against the blacklist',
			description:
				'Ask whether a phone number is on a blacklist, with the consent of the person; puts nobody on it',
			variants: [
				{
					name: 'Phone',
					value: 'phone',
					description: 'By a phone number',
					path: '/alpha/blacklists',
					inputs: [
						phoneInput({
							displayName: 'Mobile Number',
							name: 'mobileNumber',
							hasPlus: false,
							mayBeDigest: false,
						}),
					],
				},
			],
			additional: [
				dayInput({
					displayName: 'Application Date',
					name: 'applicationDate',
					description: 'Only what was known before this day counts',
				}),
				countryCode(false),
			],
			lookBy: ['mobileNumber'],
		}),
		get,
		getAll,
	],
} as const satisfies SmileResource;
