import { requestSmile, type SmileRequest } from '../../../nodes/Smile/api/request';
import { enveloped, networkError, scriptedSmile } from '../../support/scriptedSmile';

const get: SmileRequest = { method: 'GET', path: '/users' };

describe('a request to Smile', () => {
	it('goes to the address of its credential, asks for JSON and follows no redirect', async () => {
		const { client, requests } = scriptedSmile(enveloped({ id: 'u-1' }));

		const answer = await requestSmile(client, {
			method: 'POST',
			path: '/users',
			query: { note: 'x' },
			body: { name: 'y' },
		});

		expect(answer).toEqual({ ok: true, data: { id: 'u-1' } });
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${String(client.credential.baseUrl)}/users`,
				qs: { note: 'x' },
				body: { name: 'y' },
				json: true,
				timeout: 8_000,
				disableFollowRedirect: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
			},
		]);
	});

	it('may take longer', async () => {
		const { client, requests } = scriptedSmile(enveloped());

		await requestSmile(client, { method: 'PUT', path: '/inviteTemplates/t', timeout: 30_000 });

		expect(requests[0]).toMatchObject({ method: 'PUT', timeout: 30_000 });
	});

	it.each(['DELETE', 'GET'] as const)('of a %s knows what it answers', async (method) => {
		const { client } = scriptedSmile({ status: 204 });

		const answer = await requestSmile(client, { method, path: '/users/u-1' });

		expect(answer.ok).toBe(method === 'DELETE');
	});

	it('tells where a redirect leads', async () => {
		const { client } = scriptedSmile({ status: 302, location: 'https://login.example.test/x' });

		expect(await requestSmile(client, get)).toEqual({
			ok: false,
			failure: { kind: 'foreign', status: 302, redirectsTo: 'login.example.test' },
		});
	});

	it('tells a redirect within the same host by its own address', async () => {
		const { client } = scriptedSmile({ status: 302, location: '/elsewhere' });

		const answer = await requestSmile(client, get);

		const { host } = new URL(String(client.credential.baseUrl));
		expect(answer).toMatchObject({ failure: { redirectsTo: host } });
	});

	it('gives a fault of the network as a value, and a line in the log without it', async () => {
		const { client } = scriptedSmile(networkError('ENOTFOUND'));
		const lines: unknown[][] = [];
		client.logger.debug = (...line: unknown[]) => void lines.push(line);

		expect(await requestSmile(client, get)).toEqual({
			ok: false,
			failure: { kind: 'unreachable', network: 'the host name is unknown', neverArrived: true },
		});
		expect(lines).toEqual([['A request to Smile got no answer']]);
	});

	it('is not made without an address', async () => {
		const { client, requests } = scriptedSmile(enveloped());
		client.credential = { environment: 'custom', baseUrl: '' };

		await expect(requestSmile(client, get)).rejects.toThrow('The Base URL of the Smile API');
		expect(requests).toEqual([]);
	});

	it('is not made once the execution is cancelled', async () => {
		const { client, requests, cancel } = scriptedSmile(enveloped());
		cancel();

		await expect(requestSmile(client, get)).rejects.toThrow('The execution was cancelled');
		expect(requests).toEqual([]);
	});

	it.each([
		['GET', 'Nothing more was asked of Smile.'],
		['POST', 'Smile may have done what was asked all the same.'],
		['DELETE', 'Smile may have done what was asked all the same.'],
	] as const)(
		'that is cancelled while a %s is under way says what that means',
		async (method, said) => {
			const smile = scriptedSmile();
			const client = {
				...smile.client,
				send: async () => {
					smile.cancel();
					return await Promise.reject(networkError('ERR_CANCELED'));
				},
			};

			await expect(requestSmile(client, { method, path: '/users' })).rejects.toMatchObject({
				message: 'The execution was cancelled',
				description: expect.stringContaining(said),
			});
		},
	);
});
