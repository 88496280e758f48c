import {
	environmentOf,
	isLoopback,
	placeOf,
	productionBaseUrl,
	smileHosts,
} from '../../../nodes/Smile/api/environment';

const custom = (baseUrl: string) => environmentOf({ environment: 'custom', baseUrl });

describe('the environment of a credential', () => {
	it.each([
		['sandbox', 'Sandbox', 'https://sandbox.smileapi.io/v1'],
		['production', 'Production', 'https://open.smileapi.io/v1'],
	])('%s has its own host, whatever the hidden base URL', (environment, label, baseUrl) => {
		const found = environmentOf({ environment, baseUrl: 'https://left.over.test/v1' });

		expect(found).toEqual({ ok: true, label, baseUrl });
	});

	it('is the sandbox unless something is chosen', () => {
		expect(environmentOf({})).toMatchObject({ ok: true, label: 'Sandbox' });
	});

	it.each([
		['https://smile.example.test/v1', 'https://smile.example.test/v1'],
		[' https://smile.example.test/v1// ', 'https://smile.example.test/v1'],
		['http://localhost:4010/v1/', 'http://localhost:4010/v1'],
		['http://127.0.0.1:4010/v1', 'http://127.0.0.1:4010/v1'],
		['http://127.10.20.254:4010/v1', 'http://127.10.20.254:4010/v1'],
		['http://[::1]:4010/v1', 'http://[::1]:4010/v1'],
	])('may be the address %j', (typed, baseUrl) => {
		expect(custom(typed)).toEqual({ ok: true, label: 'Custom', baseUrl });
	});

	const empty =
		'The Base URL of the Smile API credential is empty. Enter it in the credential, or choose another Environment there';
	const noUrl =
		'The Base URL of the Smile API credential is not a URL. Enter one such as https://smile.example.com/v1 in the credential';
	const unsafe =
		'The Base URL of the Smile API credential must start with https://. Correct it in the credential';
	it.each([
		['', empty],
		['   ', empty],
		[' / ', empty],
		['not a url', noUrl],
		['/v1', noUrl],
		['http://smile.example.test/v1', unsafe],
		['http://127.0.0.1.evil.test/v1', unsafe],
		['http://localhost.evil.test/v1', unsafe],
		['http://notlocalhost/v1', unsafe],
		['ftp://localhost/v1', unsafe],
		['ftp://smile.example.test/v1', unsafe],
	])('is refused for the address %j', (typed, problem) => {
		expect(custom(typed)).toEqual({ ok: false, label: 'Custom', problem });
	});

	it('is refused when an address of its own was never typed', () => {
		expect(environmentOf({ environment: 'custom' })).toEqual({
			ok: false,
			label: 'Custom',
			problem: empty,
		});
	});

	it.each(['constructor', 'toString', '__proto__'])(
		'takes no name that every object has for an environment: %s',
		(environment) => {
			expect(environmentOf({ environment })).toMatchObject({ ok: false });
		},
	);
});

it('the hosts of Smile are those that it documents', () => {
	expect(smileHosts).toEqual(['sandbox.smileapi.io', 'open.smileapi.io']);
	expect(productionBaseUrl).toBe('https://open.smileapi.io/v1');
});

describe('the name of an environment', () => {
	it.each([
		[{ environment: 'sandbox' }, 'Sandbox'],
		[{ environment: 'production' }, 'Production'],
		[{ environment: 'custom', baseUrl: 'nonsense' }, 'Custom'],
		[
			{ environment: 'custom', baseUrl: 'https://me:dummy@smile.example.test:8443/v1?key=1#x' },
			'https://smile.example.test:8443/v1',
		],
	])('of %j shows no more than host and path: %s', (credential, place) => {
		expect(placeOf(environmentOf(credential))).toBe(place);
	});
});

describe('a host on this machine', () => {
	it.each([
		['localhost', true],
		['127.0.0.1', true],
		['127.255.10.1', true],
		['[::1]', true],
		['xlocalhost', false],
		['localhost.example', false],
		['127.0.0', false],
		['127.0.0.1.1', false],
		['1127.0.0.1', false],
		['127.0.0.1234', false],
		['127x0.0.1', false],
		['127.a.0.1', false],
		['[::1]x', false],
		['10.0.0.1', false],
	])('is %s: %s', (hostname, isOne) => {
		expect(isLoopback(hostname)).toBe(isOne);
	});
});
