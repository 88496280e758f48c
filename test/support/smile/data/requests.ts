import { smileTime } from '../webhookStore';
import type { Happened } from './diary';
import { idOf, type Person } from './invented';
import type { Shelves } from './shelves';

/** A verification that Smile finished a minute after it began. */
export function verification(store: Shelves, begin: Date, person: Person): Happened[] {
	const id = idOf('ver-', 'verification', person.number);
	const [createdAt, updatedAt] = times(begin);
	const result = {
		finalMatches: true,
		names: { firstNameMatches: true, lastNameMatches: true },
		additionalData: {},
	};
	store.add('alpha/verifications', {
		id,
		createdAt,
		status: 'COMPLETED',
		updatedAt,
		requestMeta: { fullName: person.fullName, consent: consentAt(createdAt) },
		result,
	});
	const done = { verificationId: id, resultCode: 'SUCCESS', result };
	return [
		{ type: 'VERIFICATION_STARTED', createdAt, data: { verificationId: id } },
		{ type: 'VERIFICATION_COMPLETED', createdAt: updatedAt, data: done },
	];
}

/** A social security record that was found a minute after it was asked for. */
export function socialSecurity(store: Shelves, begin: Date, person: Person): Happened[] {
	const id = idOf('ss-', 'record', person.number);
	const [createdAt, completedAt] = times(begin);
	const { fullName } = person;
	// Of the right form, and nobody's.
	const curp = 'XXXX000000XXXXXX00';
	const json = {
		id,
		createdAt,
		status: 'COMPLETED',
		resultCode: 'SUCCESS',
		result: {
			fullName,
			curp,
			nss: '00000000000',
			gender: 'Female',
			reportDate: createdAt.slice(0, 10),
			employerName: person.employer,
			employerRegistration: 'X0000000000',
			contributionDays: 730,
			contributionBaseAmount: 450.5,
			currency: 'MXN',
		},
		requestMeta: {
			emailAddress: person.email,
			fullName,
			mobileNumber: person.phone,
			curp,
			templateId: idOf('tpl-', 'record'),
			consent: consentAt(createdAt),
		},
	};
	store.add('alpha/socialSecurities', json);
	store.add('beta/socialSecurities', json);
	const record = { recordId: id, recordType: 'SOCIAL_SECURITY' };
	const payload = { result: json.result, requestMeta: json.requestMeta };
	const outcome = { status: 'COMPLETED', resultCode: 'SUCCESS', resultMessage: null, payload };
	return [
		{ type: 'RECORD_CREATED', createdAt, data: record },
		{ type: 'RECORD_COMPLETED', createdAt: completedAt, data: { ...record, ...outcome } },
	];
}

function times(begin: Date): [string, string] {
	return [smileTime(begin), smileTime(new Date(begin.getTime() + 60_000))];
}

function consentAt(consentedAt: string) {
	return { type: 'TERMS', version: '1', consentedAt, consentedWith: 'An invented consent' };
}
