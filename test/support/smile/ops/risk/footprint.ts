import type { SmileRouter } from '../../routeTable';
import { success } from '../../envelope';
import { jsonObjectOf } from '../../jsonBody';
import type { Office } from '../../office';
import { accepted } from '../accept';
import { email, optional, whole, type Shape } from '../rules';
import { ask, type Product } from './ask';
import { consent, country, plainPhone, template } from './fields';
import { item, itemsOf } from './items';

const common: Shape = {
	countryCode: country,
	templateId: template,
	footprintItemsTimeout: optional(whole(1, 30)),
	consent,
};
const byEmail: Shape = { ...common, emailAddress: email() };
const byMobile: Shape = { ...common, mobileNumber: plainPhone };
const score: Shape = { ...byEmail, ...byMobile };

const byTemplate: Record<string, Shape> = {
	'tpl-email-footprint': byEmail,
	'tpl-mobile-footprint': byMobile,
	'tpl-score-footprint': score,
};

/** Older templates are told by what they are about. */
function shapeOf({ templateId, emailAddress, mobileNumber }: Record<string, unknown>): Shape {
	const known = byTemplate[String(templateId)];
	if (known) return known;
	if (emailAddress !== undefined) return mobileNumber === undefined ? byEmail : score;
	return byMobile;
}

const footprint: Product = {
	name: 'footprint',
	kind: 'alpha/footprints',
	prefix: 'footprint-',
	unused: ['emailAddress', 'mobileNumber'],
	fields: { items: [] },
	result: (code) => ({
		items: itemsOf(code, [
			item('email.registered', true),
			item('email.creationTime', '2021-04-14T09:30:24Z'),
			item('accounts.count', '7'),
		]),
	}),
};

export function footprintRoutes(server: SmileRouter, office: Office): void {
	server.post('/alpha/footprints', (request) => {
		const body = accepted(request, shapeOf(jsonObjectOf(request)));
		return success(ask(office, footprint, '/alpha/footprints', body));
	});
}
