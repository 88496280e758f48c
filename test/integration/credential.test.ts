import { sampleCredential } from '../support/contexts/sampleCredential';
import { testCredential } from '../support/contexts/testCredential';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const secrets = /dummy-|example-|Basic /;

describe('the test of a credential', () => {
	it('passes with the right key, after one look at the webhooks', async () => {
		const smile = await worlds.startSmile();

		const result = await testCredential(sampleCredential(smile));

		expect(result.status).toBe('OK');
		expect(smile.journal.entries).toEqual([
			expect.objectContaining({ method: 'GET', path: '/webhooks', query: { size: '1' } }),
		]);
	});

	it.each(['INVALID_CREDENTIALS', 'INVALID_TOKEN', 'UNAUTHORIZED_ACCESS'] as const)(
		'tells of a wrong key answered with %s, and the environment that was asked',
		async (wrongKeyAnswer) => {
			const smile = await worlds.startSmile({ wrongKeyAnswer });

			const result = await testCredential(sampleCredential(smile, { apiKey: 'dummy-wrong' }));

			expect(result.status).toBe('Error');
			expect(result.message).toContain('refused the API key in the Custom environment');
			expect(result.message).toContain(wrongKeyAnswer);
			expect(result.message).not.toMatch(secrets);
		},
	);

	it('tells of a key that belongs to the other environment', async () => {
		const smile = await worlds.startSmile();

		const result = await testCredential(sampleCredential(smile, { ...smile.otherKeys }));

		expect(result.message).toContain('works in one environment only');
	});

	it('tells of a host that cannot be reached', async () => {
		const smile = await worlds.startSmile();
		const credential = sampleCredential(smile);
		await smile.close();

		const result = await testCredential(credential);

		expect(result.status).toBe('Error');
		expect(result.message).toContain('could not be reached');
		expect(result.message).toContain('refused');
		expect(result.message).not.toMatch(secrets);
	});

	it.each([
		[{ kind: 'html', status: 200 }, 'did not answer like the Smile API'],
		[{ kind: 'empty' }, 'did not answer like the Smile API'],
		[{ kind: 'otherEnvelope' }, 'did not answer like the Smile API'],
		[{ kind: 'status', status: 404 }, 'did not answer like the Smile API'],
		[{ kind: 'status', status: 429 }, 'too many requests'],
		[{ kind: 'status', status: 503 }, 'cannot handle requests right now'],
		[{ kind: 'cut' }, 'could not be reached'],
	] as const)('makes sense of the fault %j', async (fault, said) => {
		const smile = await worlds.startSmile();
		smile.faults.next(fault);

		const result = await testCredential(sampleCredential(smile));

		expect(result.status).toBe('Error');
		expect(result.message).toContain(said);
	});

	it.each([
		['', 'is empty'],
		['smile', 'is not a URL'],
		['http://smile.example.test/v1', 'https://'],
	])('refuses the address %j before it sends a key there', async (baseUrl, said) => {
		const result = await testCredential(
			sampleCredential(undefined, { environment: 'custom', baseUrl }),
		);

		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(said) });
	});

	it('tolerates a slash at the end of the address', async () => {
		const smile = await worlds.startSmile();

		const result = await testCredential(sampleCredential(smile, { baseUrl: `${smile.baseUrl}/` }));

		expect(result.status).toBe('OK');
	});
});
