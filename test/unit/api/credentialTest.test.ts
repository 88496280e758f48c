import type { ICredentialsDecrypted, ICredentialTestFunctions, IDataObject } from 'n8n-workflow';

import { testSmileCredential } from '../../../nodes/Smile/api/credentialTest';
import { Pace, paces } from '../../../nodes/Smile/api/pace';
import { ManualClock } from '../../support/manualClock';
import { networkError } from '../../support/scriptedSmile';
import { times } from '../../support/startPace';
import { askUnlimited } from '../../support/unlimited';

const SANDBOX = 'https://sandbox.smileapi.io/v1';
beforeAll(() => askUnlimited(SANDBOX));
afterAll(() => paces.clear());

const sample = {
	environment: 'sandbox',
	apiKey: 'example-key',
	apiSecret: 'dummy-secret',
	webhookSecret: 'dummy-webhook',
};
const list = { statusCode: 200, body: { code: 'OK', data: { items: [] } } };
const html = (statusCode: number) => ({ statusCode, headers: {}, body: '<html>no</html>' });

/** Tests a credential at a Smile that gives one answer, at once or when it is asked. */
async function tested(
	answer: unknown,
	changes: Record<string, unknown> | null = {},
	hasLog = true,
) {
	const requests: IDataObject[] = [];
	const lines: unknown[][] = [];
	const context = {
		helpers: {
			request: async (request: IDataObject) => {
				requests.push(request);
				if (answer instanceof Error) throw answer;
				return await Promise.resolve(typeof answer === 'function' ? answer() : answer);
			},
		},
		...(hasLog && { logger: { debug: (...line: unknown[]) => void lines.push(line) } }),
	} as unknown as ICredentialTestFunctions;
	const data = changes === null ? undefined : { ...sample, ...changes };
	const credential = { id: 'c', name: 'c', type: 'getSmileApi', data };
	const given = credential as ICredentialsDecrypted;
	return { result: await testSmileCredential.call(context, given), requests, lines };
}

describe('the test of a credential', () => {
	it('lists one webhook with the key, and follows no redirect', async () => {
		const { result, requests } = await tested(list);

		expect(result).toEqual({
			status: 'OK',
			message: 'Connected to the Sandbox environment of Smile',
		});
		expect(requests).toEqual([
			{
				method: 'GET',
				url: `${SANDBOX}/webhooks`,
				qs: { size: 1 },
				auth: { username: 'example-key', password: 'dummy-secret' },
				json: true,
				simple: false,
				resolveWithFullResponse: true,
				followRedirect: false,
				timeout: 10_000,
			},
		]);
	});

	it('goes before the items of executions that use the limit up', async () => {
		const clock = new ManualClock();
		const pace = new Pace(clock);
		paces.set(SANDBOX, pace);
		const begun: string[] = [];
		for (const item of times(30, 'item')) void pace.run(async () => begun.push(item));
		await clock.advance(10);

		const testing = tested(() => {
			begun.push('test');
			return list;
		});
		await clock.advance(1_100);

		expect((await testing).result.status).toBe('OK');
		expect(begun).toHaveLength(31);
		expect(begun.indexOf('test')).toBe(20);
		askUnlimited(SANDBOX);
	});

	it('sends an empty key where there is none', async () => {
		const { requests } = await tested(list, { apiKey: undefined, apiSecret: undefined });

		expect(requests[0].auth).toEqual({ username: '', password: '' });
	});

	const key =
		'Check in the Smile API credential that API key and API secret are right and belong to the Sandbox environment: a key works in one environment only.';
	const proxy = 'Check any proxy or firewall between n8n and Smile.';
	it.each<[string, unknown, string]>([
		[
			'a wrong key',
			{ statusCode: 401, body: { code: 'INVALID_TOKEN', message: 'no', requestId: 'r' } },
			`Smile refused the API key in the Sandbox environment (INVALID_TOKEN: no, request r). ${key}`,
		],
		[
			'an answer of something in between',
			html(404),
			`The answer did not come from the Smile API but from something in between (HTTP 404). ${proxy}`,
		],
		[
			'a redirect',
			{ statusCode: 302, headers: { location: '/sign-in' }, body: '' },
			`The address redirects to sandbox.smileapi.io, and redirects are not followed with the API key (HTTP 302). ${proxy}`,
		],
		[
			'an answer without headers',
			{ statusCode: 302, body: '' },
			`The address redirects to another one, and redirects are not followed with the API key (HTTP 302). ${proxy}`,
		],
		[
			'what is no list',
			{ statusCode: 200, body: { code: 'OK', data: {} } },
			"Smile's answer cannot be used: it is no list. Nothing of it was taken for whole. Try again; if it goes on, tell Smile support.",
		],
		[
			'no answer',
			networkError('ENOTFOUND'),
			'Smile could not be reached in the Sandbox environment, the host name is unknown. Check that this n8n may reach the Internet, then try again.',
		],
	])('says what to do about %s', async (_what, answer, message) => {
		expect((await tested(answer)).result).toEqual({ status: 'Error', message });
	});

	it('notes an answer that did not come, without it, where there is a log', async () => {
		const fault = networkError('ENOTFOUND');

		expect((await tested(fault)).lines).toEqual([['The test of a Smile credential got no answer']]);
		expect((await tested(fault, {}, false)).result.status).toBe('Error');
	});
});

describe('a credential is not tried at Smile', () => {
	it.each<[Record<string, unknown> | null, string]>([
		[
			{ environment: 'custom', baseUrl: '' },
			'The Base URL of the Smile API credential is empty. Enter it in the credential, or choose another Environment there',
		],
		[
			{ apiKey: ' example-key' },
			'The API Key of the Smile API credential begins or ends with a space or a line break. Take it away, then try again',
		],
		[
			{ apiSecret: 'dummy-secret\n' },
			'The API Secret of the Smile API credential begins or ends with a space or a line break. Take it away, then try again',
		],
		[
			{ webhookSecret: 'dummy-webhook ' },
			'The Webhook Secret of the Smile API credential begins or ends with a space or a line break. Take it away, then try again',
		],
		[
			{ webhookSecret: '' },
			'The Webhook Secret of the Smile API credential is empty, so deliveries could not be verified. Enter 1 to 64 random characters there, then try again',
		],
		[
			{ webhookSecret: undefined },
			'The Webhook Secret of the Smile API credential is empty, so deliveries could not be verified. Enter 1 to 64 random characters there, then try again',
		],
		[
			null,
			'The Webhook Secret of the Smile API credential is empty, so deliveries could not be verified. Enter 1 to 64 random characters there, then try again',
		],
	])('with %j', async (changes, message) => {
		const { result, requests } = await tested(list, changes);

		expect(result).toEqual({ status: 'Error', message });
		expect(requests).toEqual([]);
	});
});
