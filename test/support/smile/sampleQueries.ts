import { sampleSubject } from './ops/risk/sampleSubject';

const { fullName, phone, email, curp, gaid, iban } = sampleSubject;

// Kept for fiction like the other, and of nobody that the simulation knows.
const unknownPhone = '447700900999';

/** A query of one product about somebody whom the simulated Smile knows. */
export interface Row {
	path: string;
	list: string;
	product: string;
	body: Record<string, unknown>;
	status?: number;
	/** How the same body is about nobody that Smile knows. */
	unknown: Record<string, unknown>;
	/** What a record of somebody known holds. */
	result: Record<string, unknown>;
}

const signals = { list: '/beta/signals', product: 'signal' };

const maws = { list: '/beta/maws', product: 'maw' };

const footprints = {
	path: '/alpha/footprints',
	list: '/alpha/footprints',
	product: 'footprint',
	result: { items: expect.arrayContaining([expect.objectContaining({ valueType: 'BOOLEAN' })]) },
};

const somebody = { fullName, mobileNumber: phone, idNumber: '123' };

const ofMexico = { fullName, curp };

/** One query of each product and variant. */
export const rows: Record<string, Row> = {
	'signal 1': {
		...signals,
		path: '/beta/signals',
		body: { phone: `+${phone}`, countryCode: 'PH', templateId: 'tpl-sgn003001' },
		unknown: { phone: `+${unknownPhone}` },
		result: { signalType: 'Signal1', items: expect.arrayContaining([]) },
	},
	'signal 2': {
		...signals,
		path: '/beta/signals/createSignal2',
		body: { phone, countryCode: 'TH', templateId: 'tpl-sgn002001' },
		unknown: { phone: unknownPhone },
		// Numbers, where the schema wants texts.
		result: { items: expect.arrayContaining([expect.objectContaining({ value: 3 })]) },
	},
	'signal 3 of Mexico': {
		...signals,
		path: '/beta/signals/createSignal3',
		body: { ...ofMexico, phone, templateId: 'tpl-sgn003002' },
		unknown: { phone: unknownPhone },
		result: { signalType: 'Signal3' },
	},
	'signal 3 of Thailand': {
		...signals,
		path: '/beta/signals/createSignal3',
		body: { ...somebody, idType: 'PID', templateId: 'tpl-social-securities-signal-th' },
		unknown: { mobileNumber: unknownPhone },
		result: { signalType: 'Signal3' },
	},
	'e-mail footprint': {
		...footprints,
		body: { emailAddress: email, countryCode: 'PH', templateId: 'tpl-email-footprint' },
		unknown: { emailAddress: 'nobody@elsewhere.example' },
	},
	'mobile footprint': {
		...footprints,
		body: {
			mobileNumber: phone,
			countryCode: 'PH',
			templateId: 'tpl-mobile-footprint',
			footprintItemsTimeout: 30,
		},
		unknown: { mobileNumber: unknownPhone },
	},
	'footprint score': {
		...footprints,
		body: {
			emailAddress: email,
			mobileNumber: phone,
			countryCode: 'PH',
			templateId: 'tpl-score-footprint',
		},
		unknown: { mobileNumber: unknownPhone, emailAddress: 'nobody@elsewhere.example' },
	},
	'maw 2': {
		...maws,
		path: '/beta/maws/requestMaw2',
		body: { mobileNumber: phone, countryCode: 'PH', templateId: 'tpl-maw002001' },
		unknown: { mobileNumber: unknownPhone },
		result: { type: 'MAW2', maw2Items: [{ level: '2' }, { level: '5' }], maw3Items: null },
	},
	'maw 3': {
		...maws,
		path: '/beta/maws/requestMaw3',
		body: { ...somebody, idType: 'TIN', countryCode: 'PH', templateId: 'tpl-maw004003' },
		unknown: { mobileNumber: unknownPhone },
		result: { type: 'MAW3', maw2Items: [] },
	},
	'maw 3 by an advertising id': {
		...maws,
		path: '/beta/maws/requestMaw3',
		body: { gaid, templateId: 'tpl-maw004002' },
		unknown: { gaid: '11111111-1111-4111-8111-111111111111' },
		result: { type: 'MAW3' },
	},
	validation: {
		path: '/alpha/validations/validateBankAccount',
		list: '/alpha/validations',
		product: 'validation',
		body: { name: fullName, countryCode: 'GB', iban },
		unknown: { iban: 'AT000000000000000000' },
		result: { result: { type: 'BankAccount', matchScore: 100 } },
	},
	'social security': {
		path: '/beta/socialSecurities',
		list: '/beta/socialSecurities',
		product: 'socialSecurity',
		status: 201,
		body: { ...ofMexico, mobileNumber: phone, emailAddress: email, templateId: 'tpl-sss003002' },
		unknown: { mobileNumber: unknownPhone, emailAddress: 'nobody@elsewhere.example' },
		result: { result: { fullName, curp, gender: 'Female' } },
	},
	'social security of the alpha stage': {
		path: '/alpha/socialSecurities',
		list: '/alpha/socialSecurities',
		product: 'socialSecurity',
		status: 201,
		body: { ...ofMexico, mobileNumber: phone, emailAddress: email, templateId: 'tpl-sss003001' },
		unknown: { mobileNumber: unknownPhone, emailAddress: 'nobody@elsewhere.example' },
		result: { result: { curp } },
	},
};
