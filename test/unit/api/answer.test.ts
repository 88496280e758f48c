import { readAnswer } from '../../../nodes/Smile/api/answer';
import {
	isKeyRefused,
	isMissing,
	isPassing,
	mayHaveHappened,
	type Failure,
} from '../../../nodes/Smile/api/failure';

const url = 'https://smile.example.test/v1/users';
const enveloped = (code: string) => ({ code, message: 'Why', requestId: 'req-1', data: {} });

function answered(status: number, body: unknown, { method = 'GET', location = '' } = {}) {
	return readAnswer({ method, url, status, body, location: location || undefined });
}

function failureOf(...given: Parameters<typeof answered>): Failure {
	const answer = answered(...given);
	if (answer.ok) throw new Error('This answer is no failure');
	return answer.failure;
}

const page = '<html><h1>Not here</h1></html>';

describe('a success', () => {
	it.each([200, 201, 299])('of status %d gives the data in the envelope', (status) => {
		expect(answered(status, { code: 'OK', data: { id: 'u-1' } })).toEqual({
			ok: true,
			data: { id: 'u-1' },
		});
	});

	it.each([
		'INVALID_CREDENTIALS',
		'INVALID_PARAMETERS',
		'INVALID_TOKEN',
		'UNAUTHORIZED_ACCESS',
		'MISSING_RESOURCE',
		'UNSUPPORTED_TYPE',
		'REQUEST_LIMIT_EXCEEDED',
		'SERVER_ERROR',
		'UNSUPPORTED_METHOD',
		'SERVER_UNAVAILABLE',
		'TIME_LIMIT_EXCEEDED',
		' server_error ',
	])('that has the code %j of an error is none, and nobody knows what was done', (code) => {
		const failure = failureOf(200, enveloped(code));

		expect(failure).toMatchObject({
			kind: 'unexpected',
			reason: 'it says success and the code of an error at once',
			status: 200,
			code,
			requestId: 'req-1',
		});
		expect([isPassing(failure), isMissing(failure), isKeyRefused(failure)]).toEqual(
			Array(3).fill(false),
		);
		expect(mayHaveHappened(failure)).toBe(true);
	});

	it.each(['CREATED', 'ACCEPTED', 'SUCCESS'])('may have the code %s', (code) => {
		expect(answered(202, { code, data: {} })).toEqual({ ok: true, data: {} });
	});

	it('need not have data', () => {
		expect(answered(200, { code: 'OK' })).toEqual({ ok: true, data: undefined });
	});

	it.each([[undefined], [null], ['']])('of a deletion may have no body: %j', (body) => {
		expect(answered(204, body, { method: 'DELETE' })).toEqual({ ok: true, data: undefined });
	});

	it.each(['GET', 'POST', 'PUT'])('of a %s has a body', (method) => {
		expect(failureOf(200, '', { method })).toEqual({ kind: 'unreadable', status: 200 });
	});

	it.each([[page], [{ items: [] }], [[]], [{ code: 200 }], [0], [false]])(
		'that is not in the envelope is none: %j',
		(body) => {
			expect(failureOf(200, body, { method: 'DELETE' })).toEqual({
				kind: 'unreadable',
				status: 200,
			});
		},
	);
});

describe('an error', () => {
	it('keeps what Smile says', () => {
		expect(failureOf(400, enveloped('INVALID_PARAMETERS'))).toEqual({
			kind: 'refused',
			status: 400,
			code: 'INVALID_PARAMETERS',
			text: 'Why',
			requestId: 'req-1',
		});
	});

	it.each([
		[400, 'refused'],
		[403, 'refused'],
		[404, 'refused'],
		[415, 'refused'],
		[408, 'fault'],
		[429, 'busy'],
		[500, 'fault'],
		[501, 'fault'],
		[503, 'fault'],
		[100, 'foreign'],
		[300, 'foreign'],
		[301, 'foreign'],
		[399, 'foreign'],
		[407, 'foreign'],
	])('%d in the envelope is %s', (status, kind) => {
		expect(failureOf(status, enveloped('SOME_CODE')).kind).toBe(kind);
	});

	it.each([
		[400, 'foreign'],
		[401, 'foreign'],
		[403, 'foreign'],
		[404, 'foreign'],
		[407, 'foreign'],
		[408, 'fault'],
		[429, 'busy'],
		[500, 'fault'],
		[502, 'fault'],
	])('%d without the envelope is %s', (status, kind) => {
		expect(failureOf(status, page)).toMatchObject({ kind, status, code: undefined });
	});

	it.each([
		['https://login.example.test/sign-in?user=maria', 'login.example.test'],
		['https://user:dummy@login.example.test:8443/x', 'login.example.test:8443'],
		['/v2/users', 'smile.example.test'],
		['http://', undefined],
		['data:text/html,hello', undefined],
	])('that redirects to %s names the host only', (location, host) => {
		expect(failureOf(302, page, { location })).toMatchObject({
			kind: 'foreign',
			redirectsTo: host,
		});
	});

	it('that is no redirect leads nowhere', () => {
		const location = 'https://login.example.test/';

		expect(failureOf(404, page, { location }).redirectsTo).toBeUndefined();
		expect(failureOf(400, page, { location }).redirectsTo).toBeUndefined();
	});
});

describe('what a failure means', () => {
	const failure = (kind: Failure['kind'], more: Partial<Failure> = {}): Failure => ({
		kind,
		...more,
	});

	it.each([
		[failure('busy'), true],
		[failure('fault', { status: 503 }), true],
		[failure('fault', { status: 501 }), false],
		[failure('unreachable', { network: 'no answer in time' }), true],
		[failure('unreachable'), true],
		[failure('unreachable', { network: 'the certificate has expired' }), false],
		[failure('refused', { status: 400 }), false],
		[failure('foreign', { status: 404 }), false],
		[failure('unreadable', { status: 200 }), false],
		[failure('unexpected'), false],
	])('%j may pass: %s', (given, passes) => {
		expect(isPassing(given)).toBe(passes);
	});

	it.each([
		[failure('busy'), false],
		[failure('fault', { status: 503 }), true],
		[failure('unreachable'), true],
		[failure('unreachable', { neverArrived: true }), false],
		[failure('refused', { status: 400 }), false],
		[failure('foreign', { status: 404 }), false],
		[failure('unreadable', { status: 200 }), true],
		[failure('unexpected'), true],
	])('%j may have happened: %s', (given, happened) => {
		expect(mayHaveHappened(given)).toBe(happened);
	});

	it.each([
		[failure('refused', { status: 404 }), true],
		[failure('refused', { status: 400 }), false],
		[failure('foreign', { status: 404 }), false],
		[failure('unexpected', { status: 404 }), false],
	])('%j says that there is no such thing: %s', (given, missing) => {
		expect(isMissing(given)).toBe(missing);
	});

	it.each([
		[failure('refused', { status: 400, code: 'INVALID_CREDENTIALS' }), true],
		[failure('refused', { status: 400, code: 'INVALID_PARAMETERS' }), false],
		[failure('refused', { status: 401, code: 'INVALID_TOKEN' }), true],
		[failure('refused', { status: 403, code: 'UNAUTHORIZED_ACCESS' }), true],
		[failure('foreign', { status: 401 }), true],
		[failure('foreign', { status: 403 }), false],
		[failure('foreign', { status: 400, code: 'INVALID_CREDENTIALS' }), false],
		[failure('fault', { status: 503 }), false],
	])('%j refuses the key: %s', (given, refused) => {
		expect(isKeyRefused(given)).toBe(refused);
	});
});
