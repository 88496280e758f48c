import { readAnswer } from '../../../nodes/Smile/api/answer';
import { smileError } from '../../../nodes/Smile/api/errors';
import { networkFailure, type Failure } from '../../../nodes/Smile/api/failure';

const credential = {
	environment: 'production',
	apiKey: 'example-key',
	apiSecret: 'dummy-api-secret',
	webhookSecret: 'dummy-webhook-secret',
};
const node = {
	id: 'node-1',
	name: 'Smile',
	type: 'n8n-nodes-smile.smile',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};
const errorFor = (failure: Failure) =>
	smileError(failure, { node, credential, doing: 'read the webhooks', itemIndex: 2 });
const answered = (status: number, body: unknown): Failure => {
	const url = 'https://open.smileapi.io/v1/webhooks';
	const answer = readAnswer({ method: 'GET', url, status, body });
	if (answer.ok) throw new Error('This answer is no failure');
	return answer.failure;
};

describe('the error a person sees', () => {
	it.each([
		[400, 'INVALID_CREDENTIALS'],
		[401, 'INVALID_TOKEN'],
		[403, 'UNAUTHORIZED_ACCESS'],
	])('names the environment when the key is refused with %d %s', (status, code) => {
		const error = errorFor(answered(status, { code, message: 'no', requestId: 'req-1', data: {} }));

		expect(error.message).toBe(
			`Could not read the webhooks: Smile refused the API key in the Production environment (${code}: no, request req-1)`,
		);
		expect(error.description).toContain('Production');
		expect(error.httpCode).toBe(String(status));
		expect(error.context.itemIndex).toBe(2);
	});

	it.each([
		[400, 'INVALID_PARAMETERS', 'did not accept'],
		[404, 'MISSING_RESOURCE', 'does not know'],
		[415, 'UNSUPPORTED_TYPE', 'did not accept'],
		[429, 'REQUEST_LIMIT_EXCEEDED', 'too many requests'],
		[500, 'SERVER_ERROR', 'cannot handle requests right now'],
		[503, 'SERVER_UNAVAILABLE', 'cannot handle requests right now'],
	])('tells what happened for %d %s, with code and request id', (status, code, said) => {
		const error = errorFor(answered(status, { code, message: 'Why', requestId: 'req-1' }));

		expect(error.message).toContain(said);
		expect(error.message).toContain(`(${code}: Why, request req-1)`);
		expect(error.description).toBeTruthy();
	});

	it.each([
		[502, 'Smile cannot handle requests right now: a gateway answered in its place'],
		[200, 'the answer did not come from the Smile API or was cut off'],
		[404, 'the answer did not come from the Smile API but from something in between'],
		[403, 'the answer did not come from the Smile API but from something in between'],
		[407, 'a proxy between n8n and Smile wants a login'],
		[301, 'the address redirects to another one, and redirects are not followed with the API key'],
		[401, 'Smile refused the API key in the Production environment'],
	])('tells what happened for the foreign answer %d', (status, what) => {
		const error = errorFor(answered(status, '<html>Sign in</html>'));

		expect(error.message).toBe(`Could not read the webhooks: ${what} (HTTP ${status})`);
		expect(error.description).toBeTruthy();
	});

	it('names the host that a redirect leads to', () => {
		const error = errorFor({ kind: 'foreign', status: 302, redirectsTo: 'login.example.test' });

		expect(error.message).toContain('redirects to login.example.test, and redirects');
	});

	it('says what is wrong with an answer of Smile’s', () => {
		const { message } = errorFor({ kind: 'unexpected', reason: 'it is no list' });

		expect(message).toBe(
			"Could not read the webhooks: Smile's answer cannot be used: it is no list",
		);
		expect(errorFor({ kind: 'unexpected' }).message).toContain('not what was asked for');
	});

	const address = 'Check any proxy or firewall between n8n and Smile.';
	const key =
		'Check in the Smile API credential that API key and API secret are right and belong to the Production environment: a key works in one environment only.';
	it.each([
		[{ kind: 'refused', status: 401 }, key],
		[
			{ kind: 'refused', status: 403 },
			`${key} A right key may lack access to this part of the API: ask Smile for it.`,
		],
		[
			{ kind: 'refused', status: 404 },
			'It may have been deleted, or belong to another environment or account. Check the ID.',
		],
		[
			{ kind: 'refused', status: 400 },
			'Check the fields of this node. Smile does not say which one it means.',
		],
		[
			{ kind: 'busy', status: 429 },
			'Smile allows 20 requests a second for each address. Wait a moment, then try again.',
		],
		[
			{ kind: 'fault', status: 503, code: 'SERVER_UNAVAILABLE' },
			'Try again later. If it goes on, give the request id to Smile support.',
		],
		[{ kind: 'fault', status: 502 }, `Try again later. If it goes on: ${address}`],
		[{ kind: 'unreachable' }, 'Check that this n8n may reach the Internet, then try again.'],
		[{ kind: 'foreign', status: 302 }, address],
		[{ kind: 'foreign', status: 404 }, address],
		[{ kind: 'foreign', status: 400 }, address],
		[
			{ kind: 'foreign', status: 407 },
			'Put its user and password into the proxy settings of this n8n, then restart it.',
		],
		[{ kind: 'unreadable', status: 200 }, address],
		[
			{ kind: 'unexpected' },
			'Nothing of it was taken for whole. Try again; if it goes on, tell Smile support.',
		],
	] satisfies Array<[Failure, string]>)('says what to do about %j', (failure, todo) => {
		expect(errorFor(failure).description).toBe(todo);
	});

	const withBase =
		'Check the Base URL in the Smile API credential, with its version path such as /v1, and any proxy or firewall in between.';
	it.each([
		[
			{ kind: 'refused', status: 404 },
			'It may have been deleted, or belong to another environment or account. Check the ID. Check the Base URL in the Smile API credential too, with its version path such as /v1.',
		],
		[
			{ kind: 'unreachable' },
			'Check the Base URL in the Smile API credential and that this n8n may reach the Internet, then try again.',
		],
		[{ kind: 'fault', status: 502 }, `Try again later. If it goes on: ${withBase}`],
		[{ kind: 'foreign', status: 302 }, withBase],
		[{ kind: 'unreadable', status: 200 }, withBase],
	] satisfies Array<[Failure, string]>)(
		'speaks of the Base URL where the user typed one, for %j',
		(failure, todo) => {
			const error = smileError(failure, {
				node,
				credential: { environment: 'custom', baseUrl: 'https://smile.example.test/v2' },
				doing: 'read the webhooks',
			});

			expect(error.description).toBe(todo);
		},
	);

	it.each(
		(['refused', 'fault', 'unreachable', 'foreign', 'unreadable', 'unexpected'] as const).flatMap(
			(kind) => [200, 302, 400, 403, 404, 502].map((status) => [kind, status] as const),
		),
	)('speaks of no field that the sandbox does not have, for %s with %i', (kind, status) => {
		const place = { node, credential: { ...credential, environment: 'sandbox' }, doing: 'read' };

		const { message, description } = smileError({ kind, status }, place);

		expect(`${message} ${description}`).not.toMatch(/Base URL|Check the address|version path/);
	});

	it('repeats its message in the description when a workflow is published', () => {
		const place = { node, credential, doing: 'read the webhooks', isActivation: true };

		const error = smileError({ kind: 'busy', status: 429 }, place);

		expect(error.description).toBe(
			`${error.message}. Smile allows 20 requests a second for each address. Wait a moment, then try again.`,
		);
	});

	it('has a status only where there was an answer', () => {
		expect(errorFor({ kind: 'unreachable' }).httpCode).toBeNull();
		expect(errorFor({ kind: 'busy', status: 429 }).httpCode).toBe('429');
	});

	it.each([
		['ECONNREFUSED', 'refused'],
		['ENOTFOUND', 'unknown'],
		['ECONNABORTED', 'in time'],
		['SOMETHING_ELSE', 'failed'],
	])('puts the network fault %s into words', (code, said) => {
		const error = errorFor(networkFailure({ cause: { code, config: { auth: 'dummy' } } }));

		expect(error.message).toContain('could not be reached in the Production environment');
		expect(error.message).toContain(said);
		expect(error.message).not.toContain(code);
	});

	it('holds no secret, not even one that Smile repeats', () => {
		const error = errorFor(
			answered(400, {
				code: 'INVALID_PARAMETERS',
				message: 'secret dummy-webhook-secret of dummy-api-secret is bad',
			}),
		);

		const all = JSON.stringify({ ...error, message: error.message, stack: error.stack });
		expect(all).not.toContain('dummy-');
		expect(error.cause).toBeUndefined();
	});
});
