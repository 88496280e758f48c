import { numberInput } from '../parameters/numberInputs';
import { phoneInput } from '../parameters/phone';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { inquire } from '../verbs/inquire';
import { dated } from './common';
import { countryCode, emailAddress } from './personInputs';
import { simpleResult } from './simpleResult';

/** The call may take as long as the look-up of its items, and then some; in milliseconds. */
const LEAST_TIMEOUT_MS = 45_000;
const BESIDE_MS = 15_000;

const email = emailAddress(true);
const country = countryCode(true);
const mobileNumber = phoneInput({
	displayName: 'Mobile Number',
	name: 'mobileNumber',
	hasPlus: false,
	mayBeDigest: false,
});

export const footprint = {
	name: 'Footprint',
	plural: 'footprints',
	description: 'Where an e-mail address or a phone number is registered on the Internet',
	path: '/alpha/footprints',
	idExample: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['emailAddress', 'mobileNumber', ...dated],
	datedBy: 'creation date',
	label: ['status', 'createdAt'],
	simple: simpleResult,
	operations: [
		inquire({
			action: 'Create footprint',
			description: 'Look up where a person is registered on the Internet, with their consent',
			variants: [
				{
					name: 'Email',
					value: 'email',
					description: 'By an e-mail address',
					path: '/alpha/footprints',
					templateId: 'tpl-email-footprint',
					inputs: [email, country],
				},
				{
					name: 'Mobile',
					value: 'mobile',
					description: 'By a phone number',
					path: '/alpha/footprints',
					templateId: 'tpl-mobile-footprint',
					inputs: [mobileNumber, country],
				},
				{
					name: 'Score',
					value: 'score',
					description: 'A score, by e-mail address and phone number',
					path: '/alpha/footprints',
					templateId: 'tpl-score-footprint',
					inputs: [email, mobileNumber, country],
				},
			],
			additional: [
				numberInput({
					displayName: 'Items Timeout',
					name: 'footprintItemsTimeout',
					description: 'How many seconds Smile looks for entries, from 1 to 30',
					least: 1,
					most: 30,
					isWhole: true,
					preset: 5,
				}),
			],
			lookBy: ['emailAddress', 'mobileNumber'],
			timeout: ({ footprintItemsTimeout: seconds }) =>
				Math.max(LEAST_TIMEOUT_MS, Number(seconds ?? 0) * 1_000 + BESIDE_MS),
		}),
		get,
		getAll,
	],
} as const satisfies SmileResource;
