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
	const answer = readAnswer(status, body);
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
		[502, '<html><h1>Bad Gateway</h1></html>'],
		[200, '<html>Sign in</html>'],
		[200, { items: [] }],
	])('makes sense for the foreign answer %d %j', (status, body) => {
		expect(errorFor(answered(status, body)).message).toContain(`HTTP ${status}`);
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
