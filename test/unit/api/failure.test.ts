import {
	asFailed,
	isOfFields,
	isPassing,
	mayHaveHappened,
	networkFailure,
	networkProblem,
	neverReached,
	unexpected,
	type Failure,
} from '../../../nodes/Smile/api/failure';

describe('an error of the network', () => {
	it.each([
		['ECONNREFUSED', 'the connection was refused'],
		['ECONNRESET', 'the connection was cut'],
		['ECONNABORTED', 'no answer in time'],
		['ETIMEDOUT', 'no answer in time'],
		['ENOTFOUND', 'the host name is unknown'],
		['EAI_AGAIN', 'the host name could not be looked up'],
		['EHOSTUNREACH', 'the host is not reachable'],
		['ENETUNREACH', 'the network is not reachable'],
		['EPROTO', 'the secure connection failed'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate belongs to another host'],
		['CERT_HAS_EXPIRED', 'the certificate has expired'],
		['CERT_NOT_YET_VALID', 'the certificate is not valid yet'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'the certificate is self-signed'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'the certificate is self-signed'],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'the certificate cannot be verified'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the certificate cannot be verified'],
		['SOMETHING_ELSE', 'the connection failed'],
		['toString', 'the connection failed'],
	])('%s is put into words', (code, network) => {
		expect(networkFailure({ code })).toMatchObject({ kind: 'unreachable', network });
	});

	it('is put into the same words alone', () => {
		expect(networkProblem({ code: 'ECONNRESET' })).toBe('the connection was cut');
		expect(networkProblem(undefined)).toBe('the connection failed');
	});

	it.each([
		[{ cause: { code: 'ENOTFOUND' } }],
		[{ code: 500, cause: { cause: { code: 'ENOTFOUND' } } }],
		[{ code: 'ERR_OTHER', cause: { code: 'ENOTFOUND' } }],
	])('is found in the causes of %j', (error) => {
		expect(networkFailure(error).network).toBe('the host name is unknown');
	});

	it.each([
		[undefined],
		[null],
		['ENOTFOUND'],
		[{}],
		[{ code: ['ENOTFOUND'] }],
		[{ cause: null }],
		[{ cause: 'ENOTFOUND' }],
	])('may be anything: %j', (error) => {
		expect(networkFailure(error)).toEqual({
			kind: 'unreachable',
			network: 'the connection failed',
		});
	});

	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CERT_HAS_EXPIRED'])(
		'%s comes before anything is sent',
		(code) => {
			expect(mayHaveHappened(networkFailure({ code }))).toBe(false);
		},
	);

	it.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPROTO', 'ELSE'])(
		'%s leaves open whether the request arrived',
		(code) => {
			expect(networkFailure({ code })).not.toHaveProperty('neverArrived');
			expect(mayHaveHappened(networkFailure({ code }))).toBe(true);
		},
	);

	it('may have happened, too, where an earlier try may have been carried out', () => {
		const failure: Failure = { kind: 'refused', status: 401 };

		expect(mayHaveHappened(failure)).toBe(false);
		expect(mayHaveHappened(asFailed(failure, false).failure)).toBe(false);
		expect(mayHaveHappened(asFailed(failure, true).failure)).toBe(true);
	});

	it('passes, but not where the certificate is wrong', () => {
		expect(isPassing(networkFailure({ code: 'ECONNREFUSED' }))).toBe(true);
		expect(isPassing(networkFailure({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }))).toBe(false);
	});
});

it('an unexpected answer says what is wrong with it', () => {
	expect(unexpected('it is no list')).toEqual({ kind: 'unexpected', reason: 'it is no list' });
});

describe('a failure', () => {
	it.each<[Failure, boolean]>([
		[{ kind: 'busy', status: 429 }, true],
		[{ kind: 'unreachable', neverArrived: true }, true],
		[{ kind: 'unreachable' }, false],
		[{ kind: 'unreachable', neverArrived: false }, false],
		[{ kind: 'fault', status: 503 }, false],
		[{ kind: 'refused', status: 400 }, false],
	])('%j certainly did nothing at Smile, and may pass: %s', (failure, expected) => {
		expect(neverReached(failure)).toBe(expected);
	});

	it.each<[Failure, boolean]>([
		[{ kind: 'refused', status: 400, code: 'INVALID_PARAMETERS' }, true],
		[{ kind: 'refused', status: 409, code: 'CONFLICT' }, true],
		[{ kind: 'refused', status: 422, code: 'INVALID_PARAMETERS' }, true],
		[{ kind: 'refused', status: 404, code: 'MISSING_RESOURCE' }, false],
		[{ kind: 'refused', status: 415, code: 'UNSUPPORTED_TYPE' }, false],
		[{ kind: 'refused', status: 402, code: 'INVALID_PARAMETERS' }, false],
		[{ kind: 'refused', status: 400 }, false],
		[{ kind: 'refused', status: 400, code: 'INVALID_CREDENTIALS' }, false],
		[{ kind: 'refused', status: 403, code: 'UNAUTHORIZED_ACCESS' }, false],
		[{ kind: 'busy', status: 429, code: 'REQUEST_LIMIT_EXCEEDED' }, false],
		[{ kind: 'foreign', status: 400, code: 'INVALID_PARAMETERS' }, false],
	])('%j is about the fields of the request: %s', (failure, expected) => {
		expect(isOfFields(failure)).toBe(expected);
	});
});
