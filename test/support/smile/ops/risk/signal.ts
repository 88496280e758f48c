import type { SmileRouter } from '../../routeTable';
import { success } from '../../envelope';
import { jsonObjectOf } from '../../jsonBody';
import type { Office } from '../../office';
import { accepted } from '../accept';
import { email, oneOf, optional, text, type Shape } from '../rules';
import { ask, type Product } from './ask';
import {
	anyPhoneOrDigest,
	consent,
	country,
	curp,
	plainPhoneOrDigest,
	sixCountries,
	template,
} from './fields';
import { item, itemsOf } from './items';

const common: Shape = { templateId: template, consent };

const thai: Shape = {
	...common,
	fullName: text(),
	mobileNumber: plainPhoneOrDigest,
	idType: oneOf('PID'),
	idNumber: text(),
};

const mexican: Shape = {
	...common,
	fullName: text(),
	phone: plainPhoneOrDigest,
	curp,
	nss: optional(text()),
	emailAddress: optional(email()),
};

/** The documents know the Thai variant by its template; with another one its field tells. */
function shapeOfSignal3({ templateId, mobileNumber }: Record<string, unknown>): Shape {
	if (templateId === 'tpl-sgn003002') return mexican;
	const isThai = templateId === 'tpl-social-securities-signal-th' || mobileNumber !== undefined;
	return isThai ? thai : mexican;
}

const items = [
	item('events_arbitrary_day30', '3'),
	item('events_debt_day90_amount', 'A0'),
	item('score', '612.5'),
	item('is_new', false),
];

/** Samples of the second signal have numbers where the schema wants texts. */
const itemsWithNumbers = [item('events_arbitrary_day30', 3), ...items.slice(1)];

function signal(signalType: string): Product {
	return {
		name: 'signal',
		kind: 'beta/signals',
		prefix: 'signal-',
		unused: signalType === 'Signal3' ? [] : ['emailAddress', 'fullName', 'curp', 'nss'],
		fields: { signalType, items: [] },
		result: (code) => ({
			items: itemsOf(code, signalType === 'Signal2' ? itemsWithNumbers : items),
		}),
	};
}

/** Three products which share one list and one kind of record. */
export function signalRoutes(server: SmileRouter, office: Office): void {
	server.post('/beta/signals', (request) => {
		const shape = { ...common, phone: anyPhoneOrDigest, countryCode: country };
		return success(ask(office, signal('Signal1'), '/beta/signals', accepted(request, shape)));
	});

	server.post('/beta/signals/createSignal2', (request) => {
		const shape = { ...common, phone: plainPhoneOrDigest, countryCode: sixCountries };
		const path = '/beta/signals/createSignal2';
		return success(ask(office, signal('Signal2'), path, accepted(request, shape)));
	});

	server.post('/beta/signals/createSignal3', (request) => {
		const body = accepted(request, shapeOfSignal3(jsonObjectOf(request)));
		return success(ask(office, signal('Signal3'), '/beta/signals/createSignal3', body));
	});
}
