import type { Failure } from '../../../nodes/Smile/api/failure';
import { isRefusedForAddress } from '../../../nodes/Smile/api/isRefusedForAddress';
import type { SmileWebhook } from '../../../nodes/Smile/api/schemas';
import { CapturedLogs } from '../../support/contexts/capturedLogs';
import { said } from '../../support/memorySmile';
import { freshId, hook, wanted } from '../../support/scriptedCreations';
import { enveloped, scriptedSmile, type Reply } from '../../support/scriptedSmile';

const refusal: Failure = { kind: 'refused', status: 400, code: 'INVALID_PARAMETERS' };
const refused = enveloped({}, 'INVALID_PARAMETERS', 400);
const forbidden = enveloped({}, 'UNAUTHORIZED_ACCESS', 403);

async function asked(
	replies: Reply[],
	{ old = {}, failure = refusal }: { old?: Partial<SmileWebhook>; failure?: Failure } = {},
) {
	const smile = scriptedSmile(...replies);
	const logger = new CapturedLogs();
	const { lines } = logger.capture();
	smile.client.logger = logger;
	const known = new Set<string>();
	const there = { ...hook('w-old'), name: 'Old', secret: 'dummy-old', ...old };
	const result = await isRefusedForAddress(smile.client, failure, { old: there, wanted, known });
	return { result, smile, lines };
}

describe('a webhook that Smile refused', () => {
	it('is refused for its address where the one that is there is refused beside itself', async () => {
		const { result, smile } = await asked([refused]);

		expect(result).toEqual({ ok: true, value: true });
		expect(smile.calls()).toEqual(['POST /webhooks']);
	});

	it('is refused for something else where that is accepted, which is then removed', async () => {
		const id = freshId();

		const { result, smile } = await asked([enveloped(hook(id)), enveloped()]);

		expect(result).toEqual({ ok: true, value: false });
		expect(smile.calls()).toEqual(['POST /webhooks', `DELETE /webhooks/${id}`]);
	});

	it('is tried as it was there, inactive and for all events', async () => {
		const { smile } = await asked([refused]);

		expect(smile.requests[0].body).toEqual({
			name: 'Old',
			url: wanted.url,
			eventTypes: ['ALL_EVENTS'],
			active: false,
			includePayload: false,
			secret: 'dummy-old',
		});
	});

	it.each([[null], [undefined], ['']])(
		'is tried with nothing of the new one where Smile shows %j: that may be what it refuses',
		async (nothing) => {
			const { smile } = await asked([refused], { old: { name: nothing, secret: nothing } });

			const secret = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
			expect(smile.requests[0].body).toMatchObject({ name: 'n8n', secret });
		},
	);

	it.each<[string, Parameters<typeof asked>[1]]>([
		['another address is there', { old: { url: 'https://other.example.test/smile' } }],
		['the key was refused', { failure: { kind: 'refused', status: 403, code: 'UNAUTHORIZED' } }],
		['the answer was not Smile’s', { failure: { kind: 'foreign', status: 400 } }],
		['Smile was busy', { failure: { kind: 'busy', status: 429, code: 'LIMIT' } }],
	])('has nothing to do with its address where %s: nothing is tried', async (_what, given) => {
		const { result, smile } = await asked([refused], given);

		expect(result).toEqual({ ok: true, value: false });
		expect(smile.requests).toEqual([]);
	});

	it('stays unexplained where the try failed for another reason', async () => {
		const { result } = await asked([forbidden]);

		expect(result).toMatchObject({ ok: false, failure: { status: 403 } });
	});

	it('stays unexplained where what was tried cannot be removed', async () => {
		const id = freshId();

		const { result, lines } = await asked([enveloped(hook(id)), forbidden]);

		expect(result).toMatchObject({ ok: false, failure: { status: 403 } });
		expect(said({ lines })).toEqual([
			expect.stringContaining(`warn: A webhook may be left at Smile: ${id} at ${wanted.url}`),
		]);
	});
});
