import { API_VERSION } from '../parameters/apiVersion';
import { phoneInput } from '../parameters/phone';
import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { inquire } from '../verbs/inquire';
import { dated } from './common';
import { curp, emailAddress, fullName, nss } from './personInputs';
import { simpleResult } from './simpleResult';

const inputs = [
	fullName,
	curp,
	phoneInput({
		displayName: 'Mobile Number',
		name: 'mobileNumber',
		hasPlus: false,
		mayBeDigest: true,
	}),
	emailAddress(true),
];

export const socialSecurity = {
	name: 'Social Security',
	noun: 'social security record',
	plural: 'social security records',
	description: "A person's record at the social security of Mexico",
	path: '/beta/socialSecurities',
	apiVersions: { beta: '/beta/socialSecurities', alpha: '/alpha/socialSecurities' },
	idExample: 'ss-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: dated,
	datedBy: 'report date',
	label: ['result.fullName', 'status', 'createdAt'],
	simple: simpleResult,
	operations: [
		inquire({
			action: 'Request social security record',
			description: "Ask for a person's social security record of Mexico, with their consent",
			choice: API_VERSION,
			variants: [
				{
					name: 'Beta',
					value: 'beta',
					description: 'The newer one, open to all; that it sends Record events is uncertain',
					path: '/beta/socialSecurities',
					templateId: 'tpl-sss003002',
					inputs,
				},
				{
					name: 'Alpha',
					value: 'alpha',
					description:
						'The older one, which promises Record events; Smile gives access to it by invitation',
					path: '/alpha/socialSecurities',
					templateId: 'tpl-sss003001',
					inputs,
				},
			],
			additional: [nss],
		}),
		get,
		getAll,
	],
} as const satisfies SmileResource;
