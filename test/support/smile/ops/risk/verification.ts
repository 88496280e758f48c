import type { SmileRouter } from '../../routeTable';
import { success } from '../../envelope';
import type { Office } from '../../office';
import { accepted, refused } from '../accept';
import { day, email, listOf, oneOf, optional, shaped, text, type Body, type Shape } from '../rules';
import { ask, type Product } from './ask';
import { consent, plainPhone } from './fields';

const id = shaped({ idType: text(), idSubType: optional(text()), idNumber: text() });

const additionalData = shaped({
	email: optional(email()),
	phone: optional(plainPhone),
	dob: optional(day),
	gender: optional(oneOf('Male', 'Female', 'Non-binary')),
	address: optional(text()),
	employer: optional(text()),
	employmentStatus: optional(oneOf('EMPLOYED', 'UNEMPLOYED', 'SELF-EMPLOYED', 'GIG', 'RETIRED')),
	// A list that takes one entry.
	ids: optional(listOf(id, 1, 1)),
});

const shape: Shape = {
	firstName: optional(text()),
	middleName: optional(text()),
	lastName: optional(text()),
	suffix: optional(text()),
	fullName: optional(text()),
	additionalData: optional(additionalData),
	consent,
};

function verification({ announcer }: Office): Product {
	return {
		name: 'verification',
		kind: 'alpha/verifications',
		prefix: 'ver-',
		answersBefore: true,
		withoutCode: true,
		unfinished: { result: null },
		result: (code, request) => resultOf(code, request),
		onCreated: (record) => announcer.tell('VERIFICATION_STARTED', { verificationId: record.id }),
		onCompleted: ({ id: verificationId, result }, resultCode) =>
			announcer.tell('VERIFICATION_COMPLETED', { verificationId, resultCode, result }),
	};
}

function resultOf(code: string, request: Body): Body {
	if (code !== 'SUCCESS' && code !== 'NO_DATA') {
		return { errorMessage: 'The source does not answer', result: null };
	}
	const matches = code === 'SUCCESS';
	const { ids = [] } = (request.additionalData ?? {}) as { ids?: Body[] };
	const result = {
		finalMatches: matches,
		names: { firstNameMatches: matches, lastNameMatches: matches, fullNameMatches: null },
		additionalData: {
			// The answer spells the subtype in another way than the request.
			ids: ids.map(({ idType, idNumber, idSubType }) => ({
				idType,
				idNumber,
				...(idSubType === undefined ? {} : { idSubtype: idSubType }),
				matches,
			})),
			dobMatches: null,
		},
	};
	return { result };
}

/** A name and something to find it by are wanted in words, not by the schema. */
export function verificationRoutes(server: SmileRouter, office: Office): void {
	server.post('/alpha/verifications', (request) => {
		const body = accepted(request, shape);
		const { email: address, ids } = (body.additionalData ?? {}) as Body;
		const hasName = body.fullName ?? (body.firstName && body.lastName);
		if (!hasName) throw refused('a name is missing');
		if (address === undefined && ids === undefined) throw refused('an id or address is missing');
		return success(ask(office, verification(office), '/alpha/verifications', body));
	});
}
