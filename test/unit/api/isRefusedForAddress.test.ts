import type { Failure } from '../../../nodes/Smile/api/failure';
import { isRefusedForAddress } from '../../../nodes/Smile/api/isRefusedForAddress';
import type { SmileWebhook } from '../../../nodes/Smile/api/schemas';
import type { NewWebhook } from '../../../nodes/Smile/api/webhooks';
import { CapturedLogs } from '../../support/contexts/capturedLogs';
import { said } from '../../support/memorySmile';
import { freshId, hook, wanted } from '../../support/scriptedCreations';
import { quickPauses } from '../../support/quickPauses';
import { enveloped, scriptedSmile, type Reply } from '../../support/scriptedSmile';
import { thrownBy } from '../../support/thrownBy';

quickPauses();

const refusal: Failure = { kind: 'refused', status: 400, code: 'INVALID_PARAMETERS' };
const refused = enveloped({}, 'INVALID_PARAMETERS', 400);
const forbidden = enveloped({}, 'UNAUTHORIZED_ACCESS', 403);

async function asked(
	replies: Reply[],
	{ old = {}, failure = refusal }: { old?: Partial<SmileWebhook>; failure?: Failure } = {},
) {
	const smile = scriptedSmile(...replies);
	const { send } = smile.client;
	// What Smile accepts it gives back, with the address that was tried.
	smile.client.send = async (request) => {
		const answer = (await send(request)) as { body?: { data?: { url?: string } } };
		const { url } = (request.body ?? {}) as Partial<NewWebhook>;
		if (url && answer.body?.data?.url) answer.body.data.url = url;
		return answer;
	};
	const logger = new CapturedLogs();
	const { lines } = logger.capture();
	smile.client.logger = logger;
	const known = new Set<string>();
	const there = { ...hook('w-old'), name: 'Old', secret: 'dummy-old', ...old };
	const result = await isRefusedForAddress(smile.client, failure, { old: there, wanted, known });
	return { result, smile, lines };
}

describe('a webhook that Smile refused', () => {
	it('is refused for its address where one like that there is refused beside it and accepted below it', async () => {
		const id = freshId();

		const { result, smile } = await asked([refused, enveloped(hook(id)), enveloped()]);

		expect(result).toBe(true);
		expect(smile.calls()).toEqual(['POST /webhooks', 'POST /webhooks', `DELETE /webhooks/${id}`]);
	});

	it('is refused for something else where one like that is accepted beside it, which is then removed', async () => {
		const id = freshId();

		const { result, smile } = await asked([enveloped(hook(id)), enveloped()]);

		expect(result).toBe(false);
		expect(smile.calls()).toEqual(['POST /webhooks', `DELETE /webhooks/${id}`]);
	});

	it('is refused for something else where one like that is refused everywhere', async () => {
		const { result, smile } = await asked([refused, refused]);

		expect(result).toBe(false);
		expect(smile.calls()).toEqual(['POST /webhooks', 'POST /webhooks']);
	});

	it('is told from it by an inactive one for all events, of which nothing but the address is there', async () => {
		const { smile } = await asked([refused]);

		const tried = {
			name: expect.stringMatching(/^n8n tries the address \([0-9a-f]{8}\)$/) as string,
			url: wanted.url,
			eventTypes: ['ALL_EVENTS'],
			active: false,
			includePayload: false,
			secret: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
		};
		const [beside, below] = smile.requests.map(({ body }) => body as NewWebhook);
		expect(beside).toEqual(tried);
		expect(below.name).not.toBe(beside.name);
		expect(below.secret).not.toBe(beside.secret);
		const url = expect.stringMatching(
			/^https:\/\/receiver\.example\.test\/smile\/[0-9a-f]{32}$/,
		) as string;
		expect(below).toEqual({ ...tried, url });
	});

	it.each<[string, Parameters<typeof asked>[1]]>([
		['another address is there', { old: { url: 'https://other.example.test/smile' } }],
		['the key was refused', { failure: { kind: 'refused', status: 403, code: 'UNAUTHORIZED' } }],
		['the answer was not Smile’s', { failure: { kind: 'foreign', status: 400 } }],
		['Smile was busy', { failure: { kind: 'busy', status: 429, code: 'LIMIT' } }],
		['nothing is there', { failure: { kind: 'refused', status: 404, code: 'MISSING_RESOURCE' } }],
		['the form is wrong', { failure: { kind: 'refused', status: 415, code: 'UNSUPPORTED_TYPE' } }],
	])('has nothing to do with its address where %s: nothing is tried', async (_what, given) => {
		const { result, smile } = await asked([refused], given);

		expect(result).toBe(false);
		expect(smile.requests).toEqual([]);
	});

	it.each([
		['key', forbidden],
		['form', enveloped({}, 'UNSUPPORTED_TYPE', 415)],
	])('stays unexplained where the %s of the try was refused', async (_what, reply) => {
		const { result, smile } = await asked([reply]);

		expect(result).toBe(false);
		expect(smile.requests).toHaveLength(1);
	});

	it.each([
		['beside it', []],
		['below it', [refused]],
	])('stays unexplained where what was tried %s cannot be removed', async (_where, before) => {
		const made = hook(freshId(), { url: 'https://tried.example.test/' });

		const { result, lines } = await asked([...before, enveloped(made), forbidden]);

		expect(result).toBe(false);
		expect(said({ lines })).toEqual([
			expect.stringContaining(
				`warn: A webhook may be left at Smile: ${made.id} at ${made.url} could not`,
			),
		]);
	});

	it('stays unexplained where nothing says whether the try was made, and the log says where', async () => {
		const unsure = enveloped({}, 'NOT_IMPLEMENTED', 501);

		const { result, lines } = await asked([unsure, forbidden]);

		expect(result).toBe(false);
		expect(said({ lines })).toEqual([
			expect.stringContaining(`an inactive one at ${wanted.url}, as nothing says`),
		]);
	});

	it('is not tried once the execution is cancelled', async () => {
		const { client, cancel, requests } = scriptedSmile(refused);
		cancel();
		const old = { ...hook('w-old'), secret: 'dummy-old' };

		const { message } = await thrownBy(
			isRefusedForAddress(client, refusal, { old, wanted, known: new Set() }),
		);

		expect(message).toBe('The execution was cancelled');
		expect(requests).toEqual([]);
	});
});
