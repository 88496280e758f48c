import type { SmileRouter } from '../../routeTable';
import { success } from '../../envelope';
import { jsonObjectOf } from '../../jsonBody';
import type { Office } from '../../office';
import { accepted } from '../accept';
import { oneOf, optional, text, type Shape } from '../rules';
import { ask, type Product } from './ask';
import { consent, country, plainPhoneOrDigest, sixCountries, template } from './fields';
import { item, itemsOf } from './items';

const common: Shape = { templateId: template, consent };

const idTypes = [
	'NATIONAL_ID',
	'SSS',
	'UMID',
	'TIN',
	'PRC',
	'PHILHEALTH',
	'PASSPORT',
	'DRIVER_LICENSE',
	'PHILSYS',
];

const byPerson: Shape = {
	...common,
	mobileNumber: plainPhoneOrDigest,
	fullName: text(),
	idNumber: text(),
	idType: oneOf(...idTypes),
	gaid: optional(text()),
	countryCode: country,
};
const byAdvertisingId: Shape = { ...common, gaid: text() };

/** The African template takes an advertising id and nothing else. */
function shapeOfMaw3({ templateId, mobileNumber }: Record<string, unknown>): Shape {
	const isAfrican = templateId === 'tpl-maw004002' || mobileNumber === undefined;
	return isAfrican ? byAdvertisingId : byPerson;
}

const product = { name: 'maw', kind: 'beta/maws', prefix: 'maw-' } as const;

/** The list that belongs to the other product is null here and empty there. */
const maw2: Product = {
	...product,
	fields: { type: 'MAW2', maw2Items: [], maw3Items: null },
	result: (code) => ({
		maw2Items: itemsOf(code, [
			{
				date: '2026-01-04',
				level: '2',
				platformId: '0a'.repeat(16),
				duration: '10',
				source: 'seat',
			},
			{
				date: '2026-01-05',
				level: '5',
				platformId: '0b'.repeat(16),
				duration: null,
				source: 'sms',
			},
		]),
	}),
};

const maw3: Product = {
	...product,
	unused: [],
	fields: { type: 'MAW3', maw2Items: [], maw3Items: [] },
	result: (code) => ({
		maw3Items: itemsOf(code, [
			item('events_loan_30day_max', '5'),
			// A sample calls a time a number.
			item('events_last_seen', '2021-04-14T09:30:24Z', 'NUMBER'),
			item('events_gaid_known', true),
		]),
	}),
};

export function mawRoutes(server: SmileRouter, office: Office): void {
	server.post('/beta/maws/requestMaw2', (request) => {
		const shape = { ...common, mobileNumber: plainPhoneOrDigest, countryCode: sixCountries };
		return success(ask(office, maw2, '/beta/maws/requestMaw2', accepted(request, shape)));
	});

	server.post('/beta/maws/requestMaw3', (request) => {
		const body = accepted(request, shapeOfMaw3(jsonObjectOf(request)));
		return success(ask(office, maw3, '/beta/maws/requestMaw3', body));
	});
}
