import type { SmileOperation } from '../../fixtures/operations';
import type { Kind } from './data/kinds';
import { samplePayslip } from './ops/sampleFile';
import { sampleSubject } from './ops/risk/sampleSubject';
import type { SimulatedSmile } from './simulatedSmile';

type Body = Record<string, unknown>;

const { fullName, phone, email, curp, nss, idNumber, gaid, iban } = sampleSubject;

const consent = {
	consentedAt: '2026-01-05T08:00:00Z',
	consentedWith: 'I agree',
	type: 'TERMS',
	version: '1',
};

const file = {
	fileExtensionType: 'PDF',
	fileContent: samplePayslip().toString('base64'),
};
const rawFiles = [{ ...file, fileName: 'payslip.pdf', fileSubtype: 'PAYSLIP' }];

const page = { header: 'A header', description: 'A description', button: 'A button' };
const inviteTemplate = {
	name: 'Proof of income',
	company: { name: 'Pautang Halimbawa', logoUrl: 'https://files.example/logo.png' },
	email: {
		sendEmail: true,
		senderName: 'Pautang Halimbawa',
		replyAddress: 'answers@lender.example',
		subject: 'Your income',
		body: 'Hello ${firstName}',
	},
	landingPage: page,
	successPage: page,
};

const ofMexico = { fullName, curp, mobileNumber: phone, emailAddress: email, consent };
const somebody = { fullName, mobileNumber: phone, idNumber, consent };

/** Bodies that Smile takes, one for each way to make the request. */
const bodies: Record<string, Body[]> = {
	'create-user': [{ externalMetadata: { application: '17' } }, {}],
	'reset-user-session': [{}],
	'create-token': [{}],
	'create-consent-template': [{ consentType: 'TERMS', version: '2', consentText: 'I agree' }],
	'create-webhook': [
		{
			name: 'A webhook',
			url: 'https://receiver.example.test/',
			eventTypes: ['ALL_EVENTS'],
			active: true,
			secret: 'dummy secret',
		},
	],
	'generate-account-export': [{ exportExtensionType: 'PDF' }, { exportExtensionType: 'CSV' }],
	'disable-account-monitor': [{}],
	'create-invite-template': [inviteTemplate],
	'update-invite-template': [{ ...inviteTemplate, name: 'Another' }],
	'create-archive': [{ fileType: 'PAYSLIP', rawFiles }, { rawFiles }],
	'create-and-classify-archive': [{ rawFiles }],
	'create-verification': [
		{ fullName, additionalData: { ids: [{ idType: 'tin_ph', idNumber }] }, consent },
		{ firstName: 'Tala', lastName: 'Halimbawa', additionalData: { email }, consent },
	],
	'create-beta-signal': [
		{ phone: `+${phone}`, countryCode: 'PH', templateId: 'tpl-sgn003001', consent },
	],
	'create-beta-signal2': [{ phone, countryCode: 'PH', templateId: 'tpl-sgn002001', consent }],
	'create-beta-signal3': [
		{ fullName, phone, curp, nss, templateId: 'tpl-sgn003002', consent },
		{ ...somebody, idType: 'PID', templateId: 'tpl-social-securities-signal-th' },
	],
	'create-alpha-footprint': [
		{ emailAddress: email, countryCode: 'PH', templateId: 'tpl-email-footprint', consent },
		{ mobileNumber: phone, countryCode: 'PH', templateId: 'tpl-mobile-footprint', consent },
		{
			emailAddress: email,
			mobileNumber: phone,
			countryCode: 'PH',
			templateId: 'tpl-score-footprint',
			footprintItemsTimeout: 5,
			consent,
		},
	],
	'create-beta-maw2': [
		{ mobileNumber: phone, countryCode: 'PH', templateId: 'tpl-maw002001', consent },
	],
	'create-beta-maw3': [
		{ ...somebody, idType: 'NATIONAL_ID', countryCode: 'MX', templateId: 'tpl-maw004001' },
		{ gaid, templateId: 'tpl-maw004002', consent },
		{ ...somebody, idType: 'TIN', countryCode: 'PH', templateId: 'tpl-maw004003' },
	],
	'alpha-validate-bank-account': [
		{ name: fullName, countryCode: 'GB', iban, consent },
		{ name: fullName, bic: 'ABCDEFGH', accountNumber: '1', consent },
	],
	'create-alpha-blacklist': [{ mobileNumber: phone, consent }],
	'create-social-security': [{ ...ofMexico, templateId: 'tpl-sss003001' }],
	'create-beta-social-security': [{ ...ofMexico, nss, templateId: 'tpl-sss003002' }],
};

/** Of a body or query that names something which Smile holds. */
function held(smile: SimulatedSmile): Record<string, Body[]> {
	const userId = newest(smile, 'users');
	const templateId = newest(smile, 'inviteTemplates');
	const archiveId = smile.data
		.all('archives')
		.filter(({ type }) => type === 'PAYSLIP')
		.at(-1)?.id;
	return {
		'create-invite': [{ fullName, email, templateId }],
		'upload-payslip-file': [{ userId, ...file }],
		'send-payslip-manual-result': [
			{ archiveId, validFile: true, checkedFields: ['netAmount'], data: { netAmount: 1.5 } },
			{ archiveId, validFile: false },
		],
	};
}

const queries: Record<string, (smile: SimulatedSmile) => Record<string, string>> = {
	'create-token': (smile) => ({ userId: newest(smile, 'users') }),
	'get-archive-payslip-data': (smile) => ({ archiveId: newest(smile, 'archives') }),
	'query-employer-basics': () => ({ keyword: 'halimbawa' }),
	'query-employer': () => ({ businessName: 'Kathang Bakery' }),
};

export interface SampleRequest {
	method: string;
	/** With its query. */
	path: string;
	body?: Body;
}

/** Requests that Smile takes, for one operation, about the newest thing of its kind that is held. */
export function sampleRequests(smile: SimulatedSmile, operation: SmileOperation): SampleRequest[] {
	const { operationId, method, path } = operation;
	const id = path.includes('{') ? newest(smile, path.slice(1).split('/{')[0] as Kind) : '';
	const query = new URLSearchParams(queries[operationId]?.(smile)).toString();
	const whole = path.replace(/\{\w+\}/, id) + (query && `?${query}`);
	const given: Array<Body | undefined> = bodies[operationId] ??
		held(smile)[operationId] ?? [undefined];
	return given.map((body) => ({ method, path: whole, body }));
}

function newest(smile: SimulatedSmile, kind: Kind | 'webhooks'): string {
	const found = kind === 'webhooks' ? smile.webhooks.all : smile.data.all(kind);
	const last = found.at(-1);
	if (!last) throw new Error(`There is nothing of ${kind} to make a request about`);
	return last.id;
}
