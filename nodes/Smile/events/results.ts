import { z } from 'zod/v4';

import { described, instant, text } from './fields';

/** A match is null when the request did not ask for it or Smile cannot check it. */
function match(description: string, example: boolean | null = true) {
	return described(z.boolean().nullish(), description, example);
}

function contactMatches(kind: string, value: string) {
	return z
		.object({
			value: text(`${kind} that was checked`, value).nullish(),
			matches: match(`Whether the ${kind.toLowerCase()} belongs to the person`),
			disposable: match('Whether it is a throwaway contact', false),
			deliverable: match('Whether it can be reached'),
			active: match('Whether it is in use'),
			provider: text('Company behind the contact', 'Example Telecom').nullish(),
			freeProvider: match('Whether that company gives contacts away for free', false),
		})
		.nullish();
}

export const verificationResult = () =>
	z.object({
		finalMatches: match('Whether the person is who they claim to be'),
		names: z
			.object({
				firstNameMatches: match('Whether the first name is similar'),
				lastNameMatches: match('Whether the last name is similar'),
				middleNameMatches: match('Whether the middle name is similar', null),
				fullNameMatches: match('Whether the full name is similar'),
			})
			.nullish(),
		additionalData: z
			.object({
				ids: z
					.array(
						z.object({
							idNumber: text('Number of the document', 'P0000000A').nullish(),
							idType: text('Kind of document', 'PASSPORT').nullish(),
							idSubtype: text('Closer kind of document', 'REGULAR').nullish(),
							matches: match('Whether the number belongs to the person'),
						}),
					)
					.nullish(),
				dobMatches: match('Whether the date of birth is right'),
				genderMatches: match('Whether the gender is right'),
				phoneMatches: contactMatches('Phone number', '+639170000000'),
				emailMatches: contactMatches('E-mail address', 'maria.santos@example.com'),
				addressMatches: match('Whether the address is similar', null),
			})
			.nullish(),
	});

/** Smile's own sample says `name` where its OpenAPI document says `fullName`: both are described. */
const socialSecurityResult = () =>
	z.object({
		fullName: text('Full name', 'Lucía Ejemplo Prueba').nullish(),
		name: text('Full name, where fullName is missing', 'Lucía Ejemplo Prueba').nullish(),
		curp: text('CURP, the population register number', 'XEXX010101MNEXXXA4').nullish(),
		nss: text('NSS, the social security number', '00000000000').nullish(),
		gender: text('Gender', 'Female').nullish(),
		reportDate: text('Day of the report, yyyy-MM-dd', '2026-03-01').nullish(),
		employerName: text('Name of the employer', 'Ejemplo S.A. de C.V.').nullish(),
		employerRegistration: text('Registration number of the employer', 'Y0000000000').nullish(),
		state: text('State where contributions are made', 'Jalisco').nullish(),
		contributionDays: described(z.number().nullish(), 'Days contributed', 1460),
		contributionBaseAmount: described(
			z.number().nullish(),
			'Amount that contributions are based on',
			512.3,
		),
		currency: text('Currency, ISO 4217', 'MXN').nullish(),
	});

export const socialSecurityRecord = () =>
	z.object({
		id: text('Record', 'ss-5b7d9f1a3c4e4062a4b6c8d0e2f4a6b8'),
		createdAt: instant('When the record was requested').nullish(),
		status: text('PROCESSING, COMPLETED or ERROR', 'COMPLETED').nullish(),
		resultCode: text(
			'SUCCESS, NO_DATA, INVALID_PARAMETERS, SYSTEM_ERROR or SERVICE_UNAVAILABLE',
			'SUCCESS',
		).nullish(),
		resultMessage: text('Result in words', 'Record found').nullish(),
		result: socialSecurityResult().nullish(),
		requestMeta: z
			.object({
				emailAddress: text('E-mail address in the request', 'lucia@example.com').nullish(),
				fullName: text('Name in the request', 'Lucía Ejemplo Prueba').nullish(),
				mobileNumber: text('Mobile number in the request', '520000000000').nullish(),
				curp: text('CURP in the request', 'XEXX010101MNEXXXA4').nullish(),
				templateId: text('Template of the request', 'tpl-sss003001').nullish(),
				consent: z
					.object({
						type: text('Kind of consent', 'social_security').nullish(),
						consentedAt: instant('When the person agreed').nullish(),
						consentedWith: text('Text the person agreed to', 'I agree to share my data').nullish(),
						consentTemplateId: text('Template of the consent', 'ct-demo-1').nullish(),
					})
					.nullish(),
			})
			.nullish(),
	});
