import type { SmileRouter } from '../../routeTable';
import { success } from '../../envelope';
import type { Office } from '../../office';
import { accepted, refused } from '../accept';
import { matching, oneOf, optional, text, type Shape } from '../rules';
import { ask, type Product } from './ask';
import { consent, country, template } from './fields';

const shape: Shape = {
	name: text(),
	idType: optional(oneOf('NATIONAL_ID', 'REGISTRATION_ID')),
	idNumber: optional(text()),
	countryCode: optional(country),
	bic: optional(matching(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, 'BIC')),
	iban: optional(matching(/^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/, 'IBAN')),
	accountNumber: optional(text()),
	templateId: optional(template),
	consent,
};

const validation: Product = {
	name: 'validation',
	kind: 'alpha/validations',
	prefix: 'vld-',
	result: (code) =>
		code === 'SUCCESS' || code === 'PASSED'
			? { result: { type: 'BankAccount', matchScore: 100, matchScoreDescription: 'Strong Match' } }
			: {},
};

/** One of two fields is wanted twice; only the descriptions say so. */
export function validationRoutes(server: SmileRouter, office: Office): void {
	server.post('/alpha/validations/validateBankAccount', (request) => {
		const body = accepted(request, shape);
		const { countryCode, bic, iban, accountNumber, templateId = 'tpl-vld006001' } = body;
		if (countryCode === undefined && bic === undefined)
			throw refused('countryCode or bic is missing');
		if (iban === undefined && accountNumber === undefined) {
			throw refused('iban or accountNumber is missing');
		}
		const path = '/alpha/validations/validateBankAccount';
		return success(ask(office, validation, path, { ...body, templateId }));
	});
}
