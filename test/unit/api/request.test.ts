import { requestSmile, type SmileRequest } from '../../../nodes/Smile/api/request';
import { enveloped, networkError, scriptedSmile } from '../../support/scriptedSmile';
import { times } from '../../support/startPace';

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

	it('that is refused gives a text without what was sent', async () => {
		const body = { code: 'INVALID_PARAMETERS', message: 'Ana and Santos are one person' };
		const { client } = scriptedSmile({ status: 400, body });
		const sent = { body: { fullName: 'Ana' }, query: { name: 'Santos' } };

		const answer = await requestSmile(client, { method: 'POST', path: '/users', ...sent });

		expect(answer).toMatchObject({ failure: { text: '*** and *** are one person' } });
	});

	it.each(['POST', 'PUT', 'DELETE'] as const)(
		'of a %s with an empty body says what it holds',
		async (method) => {
			const { client, requests } = scriptedSmile(enveloped());

			await requestSmile(client, { method, path: '/users', body: {} });

			expect(requests[0]).toMatchObject({
				body: '{}',
				headers: { 'Content-Type': 'application/json' },
			});
		},
	);

	it('without a body has none', async () => {
		const { client, requests } = scriptedSmile(enveloped());

		await requestSmile(client, get);

		expect(requests[0].body).toBeUndefined();
		expect(requests[0]).not.toHaveProperty('headers');
	});

	it('says when its turn has come', async () => {
		const { client, requests } = scriptedSmile(enveloped());
		const turns: number[] = [];

		await requestSmile(client, { ...get, onTurn: () => void turns.push(requests.length) });

		expect(turns).toEqual([0]);
	});

	it('may be answered without headers', async () => {
		const { client } = scriptedSmile();
		client.send = async () =>
			await Promise.resolve({ statusCode: 200, body: { code: 'OK', data: 1 } });

		expect(await requestSmile(client, get)).toEqual({ ok: true, data: 1 });
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

	it.each([
		['/alpha/forms', { isByInvitation: true }],
		['/beta/signals', {}],
		['/users/alpha/token', {}],
	])('that is refused below %s tells whether it takes an invitation', async (path, more) => {
		const { client } = scriptedSmile(enveloped(undefined, 'X', 403));

		const answer = await requestSmile(client, { method: 'GET', path });

		const failure = { kind: 'refused', status: 403, code: 'X', text: 'Why', requestId: 'req-1' };
		expect(answer).toEqual({ ok: false, failure: { ...failure, ...more } });
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

describe('requests to one Smile', () => {
	beforeEach(() => void jest.useFakeTimers());
	afterEach(() => void jest.useRealTimers());

	it.each([
		['busy', enveloped({}, 'REQUEST_LIMIT_EXCEEDED', 429), 14],
		['at fault', enveloped({}, 'SERVER_UNAVAILABLE', 503), 20],
		['content', enveloped({}), 20],
	])('are fewer a second only after it was %s', async (_how, reply, together) => {
		const { client, requests } = scriptedSmile(reply, ...times(30, enveloped({})));
		await requestSmile(client, get);
		await jest.advanceTimersByTimeAsync(1_100);

		for (const one of times(30, get)) void requestSmile(client, one);
		await jest.advanceTimersByTimeAsync(500);

		expect(requests).toHaveLength(1 + together);
		await jest.runAllTimersAsync();
	});
});
