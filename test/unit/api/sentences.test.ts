import type { Failure } from '../../../nodes/Smile/api/failure';
import { toldOf } from '../../../nodes/Smile/api/sentences';

const sandbox = { environment: 'sandbox' };
const what = (failure: Failure, credential = sandbox) => toldOf(failure, credential).what;

describe('what a person is told of a failure', () => {
	it.each<[Failure, string]>([
		[{ kind: 'busy', status: 429 }, 'Smile is receiving too many requests from this address'],
		[{ kind: 'fault', status: 503, code: 'DOWN' }, 'Smile cannot handle requests right now'],
		[
			{ kind: 'unreachable', network: 'no answer in time' },
			'Smile could not be reached in the Sandbox environment, no answer in time',
		],
		[
			{ kind: 'unreachable' },
			'Smile could not be reached in the Sandbox environment, the connection failed',
		],
		[{ kind: 'refused', status: 404 }, 'Smile does not know it'],
		[{ kind: 'refused', status: 400 }, 'Smile did not accept the request'],
		[{ kind: 'unexpected' }, "Smile's answer cannot be used: it is not what was asked for"],
		[{ kind: 'unexpected', reason: 'odd' }, "Smile's answer cannot be used: odd"],
		[
			{ kind: 'foreign' },
			'the address redirects to another one, and redirects are not followed with the API key',
		],
		[
			{ kind: 'foreign', status: 399 },
			'the address redirects to another one, and redirects are not followed with the API key',
		],
		[
			{ kind: 'foreign', status: 302, redirectsTo: 'login.example.test' },
			'the address redirects to login.example.test, and redirects are not followed with the API key',
		],
		[
			{ kind: 'foreign', status: 400 },
			'the answer did not come from the Smile API but from something in between',
		],
	])('of %j', (failure, said) => {
		const details = [failure.code, !failure.code && failure.status && `HTTP ${failure.status}`];
		const behind = details.filter(Boolean).join('');

		expect(what(failure)).toBe(behind ? `${said} (${behind})` : said);
	});

	it.each([
		['sandbox', 'Sandbox'],
		['production', 'Production'],
		['custom', 'Custom'],
	])('names the environment %s', (environment, label) => {
		expect(what({ kind: 'refused', status: 401 }, { environment })).toBe(
			`Smile refused the API key in the ${label} environment (HTTP 401)`,
		);
	});
});
