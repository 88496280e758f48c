import type { SmileRouter } from '../../routeTable';
import { success } from '../../envelope';
import type { Office } from '../../office';
import { accepted } from '../accept';
import { day, optional, type Shape } from '../rules';
import { ask, type Product } from './ask';
import { consent, country, plainPhone, template } from './fields';
import { isAboutSample } from './sampleSubject';

const shape: Shape = {
	mobileNumber: plainPhone,
	countryCode: optional(country),
	templateId: optional(template),
	applicationDate: optional(day),
	consent,
};

const defaults = { countryCode: 'PH', templateId: 'tpl-blk002001' };

/** Whoever is on no list is a success too. */
const blacklist: Product = {
	name: 'blacklist',
	kind: 'alpha/blacklists',
	prefix: 'blacklist-',
	withoutNoData: true,
	result: (code, request) => {
		if (code !== 'SUCCESS') return {};
		const hit = isAboutSample(request);
		return { result: { hit, dates: hit ? ['2026-01-04', '2025-12-04'] : [] } };
	},
};

export function blacklistRoutes(server: SmileRouter, office: Office): void {
	server.post('/alpha/blacklists', (request) => {
		const body = { ...defaults, ...accepted(request, shape) };
		return success(ask(office, blacklist, '/alpha/blacklists', body));
	});
}
