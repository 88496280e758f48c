import { environmentOf } from '../../../nodes/Smile/api/environment';

const custom = (baseUrl: string) => environmentOf({ environment: 'custom', baseUrl });

describe('the environment of a credential', () => {
	it.each([
		['sandbox', 'https://sandbox.smileapi.io/v1'],
		['production', 'https://open.smileapi.io/v1'],
	])('%s has its own host, whatever the hidden base URL', (environment, baseUrl) => {
		const found = environmentOf({ environment, baseUrl: 'https://left.over.test/v1' });

		expect(found).toMatchObject({ ok: true, baseUrl });
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

	it('is refused when an address of its own was never typed', () => {
		expect(environmentOf({ environment: 'custom' })).toMatchObject({
			ok: false,
			problem: expect.stringContaining('is empty') as string,
		});
	});

	it.each([
		['', 'empty'],
		['   ', 'empty'],
		['not a url', 'not a URL'],
		['http://smile.example.test/v1', 'https://'],
		['http://127.0.0.1.evil.test/v1', 'https://'],
		['http://localhost.evil.test/v1', 'https://'],
		['http://notlocalhost/v1', 'https://'],
		['ftp://localhost/v1', 'https://'],
	])('is refused for the address %j', (typed, said) => {
		const found = custom(typed);

		expect(found.ok ? '' : found.problem).toContain(said);
	});

	it.each(['constructor', 'toString', '__proto__'])(
		'takes no name that every object has for an environment: %s',
		(environment) => {
			expect(environmentOf({ environment })).toMatchObject({ ok: false });
		},
	);
});
