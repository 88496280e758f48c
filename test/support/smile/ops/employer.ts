import type { SmileRouter } from '../routeTable';
import { employers } from '../data/employers';
import { success } from '../envelope';
import { refused, required } from './accept';
import { text } from './rules';

/** Two GETs whose data is a bare array. */
export function employerRoutes(server: SmileRouter): void {
	server.get('/alpha/employerBasics/query', ({ query }) => {
		const keyword = words(query, 'keyword').toLowerCase();
		const found = employers.filter(({ businessName }) =>
			businessName.toLowerCase().includes(keyword),
		);
		return success(
			found.map(({ businessName, registrations }) => ({
				businessName,
				registrations,
				matchPercentage: Math.round((100 * keyword.length) / businessName.length),
				sources: ['SEC', 'LinkedIn'],
				verificationStatus: registrations.length > 0 ? 'VERIFIED' : 'UNVERIFIED',
			})),
		);
	});

	server.get('/alpha/employers/query', ({ query }) => {
		const wanted = words(query, 'businessName');
		return success(employers.filter(({ businessName }) => businessName === wanted));
	});
}

function words(query: unknown, name: string): string {
	const value = required(query, name);
	const wrong = text(255, 3)(value);
	if (wrong) throw refused(`${name} ${wrong}`);
	return value;
}
