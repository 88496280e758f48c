import type { INodeParameters } from 'n8n-workflow';

import type { SmileOperation } from '../../fixtures/operations';
import { byId } from '../picked';
import type { Kind } from '../smile/data/kinds';
import { sampleSubject } from '../smile/ops/risk/sampleSubject';
import type { SimulatedSmile } from '../smile/simulatedSmile';

const { fullName, phone, email, curp, nss, idNumber, gaid, iban, accountNumber } = sampleSubject;

const consent = { consentedAt: '2026-01-05T08:00:00Z', consentedWith: 'Ticked "I agree"' };
const moreOfConsent = { consentType: 'TERMS', consentVersion: '1' };
const asked = { ...consent, additionalFields: moreOfConsent };
const typed = `+${phone.slice(0, 2)} ${phone.slice(2, 5)}-${phone.slice(5)}`;

/** What stands in the fields of each operation that takes more than an id; several entries are several ways. */
const filled: Record<string, (smile: SimulatedSmile) => INodeParameters[]> = {
	'create-user': () => [
		{ additionalFields: { externalMetadata: { pairs: [{ key: 'application', value: 'A 17' }] } } },
		{ options: { includeToken: false } },
	],
	'create-consent-template': () => [
		{
			consentType: 'TERMS',
			version: '2',
			consentText: 'I agree.',
			additionalFields: { title: 'Terms', consentMethod: 'Checkbox' },
		},
	],
	'create-webhook': () => [
		{ name: 'A webhook', url: 'https://receiver.example.test/', events: ['ALL_EVENTS'] },
	],
	'create-invite': (smile) => [
		{
			fullName,
			email,
			templateId: byId(newest(smile, 'inviteTemplates')),
			additionalFields: { firstName: 'Tala', lastName: 'Halimbawa' },
		},
	],
	'create-invite-template': () => [inviteTemplate],
	'update-invite-template': () => [
		{ updateFields: { name: 'Another', senderName: 'Somebody', landingPageButton: 'Go on' } },
	],
	'create-verification': () => [
		{ variant: 'idNumber', fullName, idType: 'tin_ph', idNumber, ...asked },
		{
			variant: 'email',
			email,
			...consent,
			additionalFields: {
				...moreOfConsent,
				firstName: 'Tala',
				lastName: 'Halimbawa',
				phone: typed,
			},
		},
	],
	'create-beta-signal': () => [{ variant: 'signal1', phone: typed, countryCode: 'ph', ...asked }],
	'create-beta-signal2': () => [{ variant: 'signal2', phone: typed, countryCode: 'PH', ...asked }],
	'create-beta-signal3': () => [
		{ variant: 'signal3Mexico', phone: typed, fullName, curp, nss, ...asked },
		{ variant: 'signal3Thailand', mobileNumber: typed, fullName, idNumber, ...asked },
	],
	'create-alpha-footprint': () => [
		{ variant: 'email', emailAddress: email, countryCode: 'PH', ...asked },
		{ variant: 'mobile', mobileNumber: typed, countryCode: 'PH', ...asked },
		{
			variant: 'score',
			emailAddress: email,
			mobileNumber: typed,
			countryCode: 'PH',
			...consent,
			additionalFields: { ...moreOfConsent, footprintItemsTimeout: 5 },
		},
	],
	'create-beta-maw2': () => [{ variant: 'maw2', mobileNumber: typed, countryCode: 'PH', ...asked }],
	'create-beta-maw3': () => [
		{ variant: 'maw3Mexico', mobileNumber: typed, fullName, idNumber: curp, ...asked },
		{ variant: 'maw3Africa', gaid, ...asked },
		{
			variant: 'maw3Philippines',
			mobileNumber: typed,
			fullName,
			idNumber,
			idType: 'TIN',
			gaid,
			...asked,
		},
	],
	'alpha-validate-bank-account': () => [
		{ name: fullName, accountBy: 'iban', iban, bankBy: 'countryCode', countryCode: 'GB', ...asked },
		{
			name: fullName,
			accountBy: 'accountNumber',
			accountNumber,
			bankBy: 'bic',
			bic: 'ABCDEFGH',
			...asked,
		},
	],
	'create-alpha-blacklist': () => [{ mobileNumber: typed, ...asked }],
	'create-social-security': () => [ofMexico],
	'create-beta-social-security': () => [ofMexico],
	'generate-account-export': () => [{}, { format: 'CSV', options: { downloadFiles: false } }],
	'create-archive': () => [{ fileType: byId('PAYSLIP'), files: oneFile }],
	'create-and-classify-archive': (smile) => [
		{ files: oneFile, additionalFields: { userId: byId(newest(smile, 'users')) } },
	],
	'upload-payslip-file': (smile) => [{ userId: byId(newest(smile, 'users')) }],
	'get-archive-payslip-data': (smile) => [{ archiveId: byId(payslipOf(smile)) }],
	'send-payslip-manual-result': (smile) => [
		{
			archiveId: byId(payslipOf(smile)),
			data: { netAmount: '1375.5', currency: 'php', payDate: '2026-01-31' },
			checkedFields: ['netAmount', 'payDate'],
		},
		{ archiveId: byId(payslipOf(smile)), validFile: false },
	],
	'query-employer-basics': () => [{ keyword: 'halimbawa' }],
	'query-employer': () => [{ businessName: 'Kathang Bakery' }],
};

const ofMexico = { fullName, curp, mobileNumber: typed, emailAddress: email, ...asked };

const oneFile = { file: [{ binaryPropertyName: 'data', fileSubtype: 'PAYSLIP' }] };

const inviteTemplate = {
	name: 'Proof of income',
	companyName: 'Pautang Halimbawa',
	companyLogoUrl: 'https://files.example/logo.png',
	senderName: 'Pautang Halimbawa',
	replyAddress: 'answers@lender.example',
	subject: 'Your income',
	body: 'Hello ${firstName}',
	landingPage: { page: { header: 'A header', description: 'A text', button: 'A button' } },
};

/** Parameters with which the node makes one request of Smile's, about the newest thing of its kind. */
export function sampleParameters(
	smile: SimulatedSmile,
	operation: SmileOperation,
): INodeParameters[] {
	const { operationId, path, node, option, apiVersion } = operation;
	const [resource, value] = String(node).split('/');
	const common: INodeParameters = {
		resource,
		operation: value,
		...(apiVersion ? { apiVersion } : {}),
		...(path.includes('{') || operationId === 'create-token' ? idOf(smile, operation) : {}),
		...(option ? { options: { [option]: true } } : {}),
	};
	const ways = filled[operationId]?.(smile) ?? [{}];
	return ways.map((fields) => ({ ...common, ...fields }));
}

function idOf(smile: SimulatedSmile, { node, path }: SmileOperation): INodeParameters {
	const [resource] = String(node).split('/');
	const kind = path.includes('{') ? path.slice(1).split('/{')[0] : 'users';
	return { [`${resource}Id`]: byId(newest(smile, kind as Kind)) };
}

/** Not revoked: what was may not be known any more. */
function isHeld(record: object): boolean {
	const { state } = record as { state?: { status?: string } };
	return state?.status !== 'REVOKED';
}

/** A payslip that Smile has read. */
function payslipOf(smile: SimulatedSmile): string {
	const payslip = smile.data.all('archives').find(({ type }) => type === 'PAYSLIP');
	if (!payslip) throw new Error('The simulation holds no payslip');
	return payslip.id;
}

function newest(smile: SimulatedSmile, kind: Kind | 'webhooks'): string {
	const all = kind === 'webhooks' ? smile.webhooks.all : smile.data.all(kind).filter(isHeld);
	const last = all.at(-1);
	if (!last) throw new Error(`The simulation holds nothing of ${kind}`);
	return last.id;
}
