import { settingsOf } from '../../probe/settings';

const env = {
	SMILE_API_KEY: 'dummy-key',
	SMILE_API_SECRET: 'dummy-secret',
	SMILE_RECEIVER_URL: 'https://tunnel.example.test/smile/',
	SMILE_RECEIVER_PORT: '4321',
};

function problemsOf(further: Record<string, string>): string[] {
	const read = settingsOf({ ...env, ...further });
	return read.ok ? [] : read.problems;
}

describe('the settings of the probe', () => {
	it('lead to the sandbox unless something else is said', () => {
		expect(settingsOf(env)).toEqual({
			ok: true,
			settings: expect.objectContaining({
				baseUrl: 'https://sandbox.smileapi.io/v1',
				receiverUrl: 'https://tunnel.example.test/smile',
				receiverPort: 4321,
			}),
		});
	});

	it.each([
		'https://sandbox.smileapi.io/v1',
		'https://SANDBOX.smileapi.io/v1/',
		'http://127.0.0.1:4010/v1',
		'http://localhost:4010/v1',
		'http://[::1]:4010/v1',
	])('may lead to %s', (address) => {
		expect(problemsOf({ SMILE_BASE_URL: address })).toEqual([]);
	});

	it.each([
		'https://open.smileapi.io/v1',
		'https://open.smileapi.io./v1',
		'https://open-sandbox.smileapi.io/v1',
		'http://sandbox.smileapi.io/v1',
		'https://sandbox.smileapi.io:8443/v1',
		'https://sandbox.smileapi.io.example.test/v1',
		'https://sandbox.smileapi.io@open.smileapi.io/v1',
		'https://somebody@sandbox.smileapi.io/v1',
		'https://127.0.0.1.example.test/v1',
		'ftp://127.0.0.1/v1',
		'sandbox.smileapi.io',
		'not an address',
	])('never lead to %s', (address) => {
		expect(problemsOf({ SMILE_BASE_URL: address })).toEqual([
			expect.stringMatching(/^SMILE_BASE_URL must be .* never production\.$/),
		]);
	});

	it.each(['http://tunnel.example.test', 'https://localhost:4321', 'tunnel.example.test'])(
		'name an address that Smile can reach, unlike %s',
		(address) => {
			expect(problemsOf({ SMILE_RECEIVER_URL: address })).toEqual([
				'SMILE_RECEIVER_URL must be a public address that begins with https://.',
			]);
		},
	);

	it.each(['0', '65536', '80.5', 'http'])('name a port, unlike %s', (port) => {
		expect(problemsOf({ SMILE_RECEIVER_PORT: port })).toEqual([
			'SMILE_RECEIVER_PORT must be a number from 1 to 65535.',
		]);
	});

	it('never show a value in a problem', () => {
		const told = problemsOf({
			SMILE_BASE_URL: 'https://dummy-user:dummy-word@open.smileapi.io',
			SMILE_RECEIVER_URL: 'http://dummy-word.example.test',
			SMILE_RECEIVER_PORT: 'dummy-word',
		});

		expect(told).toHaveLength(3);
		expect(told.join()).not.toContain('dummy');
	});
});
