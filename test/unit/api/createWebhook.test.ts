import { createWebhook } from '../../../nodes/Smile/api/createWebhook';
import { evenPauses } from '../../support/evenPauses';
import {
	enveloped,
	networkError,
	pageReply,
	scriptedSmile,
	type Reply,
} from '../../support/scriptedSmile';
import {
	created,
	createdSlowly,
	fault,
	freshId,
	hook,
	lost,
	none,
	wanted,
} from '../../support/scriptedCreations';

evenPauses();
const busy = enveloped({}, 'REQUEST_LIMIT_EXCEEDED', 429);
const closed = enveloped({}, 'INVALID_TOKEN', 401);
/** In milliseconds, less what the process itself takes. */
const rounded = (took: number) => Math.round(took / 100) * 100;

describe('creating a webhook', () => {
	it('is one POST where all is well', async () => {
		const id = freshId();

		const { result, calls } = await created([], enveloped(hook(id)));

		expect(result).toMatchObject({ ok: true, value: { id } });
		expect(calls).toEqual(['POST']);
	});

	it.each<[Reply, string[]]>([
		[enveloped({}, 'INVALID_PARAMETERS', 400), ['POST']],
		[{ status: 403, body: 'no' }, ['POST']],
	])('ends with a refusal: %j', async (reply, expected) => {
		const { result, calls, took } = await created([], reply, none);

		expect(result.ok).toBe(false);
		expect(calls).toEqual(expected);
		expect(rounded(took)).toBe(0);
	});

	it.each<[string, Reply[], true | undefined]>([
		['refused at once', [closed], undefined],
		['busy five times', Array<Reply>(5).fill(busy), undefined],
		['lost, not listed, then refused', [lost, none, closed], true],
		['lost, not listed, then busy', [lost, none, busy, busy, busy, busy], true],
		['lost and no list to look at', [lost, closed], true],
	])('says whether Smile may have done it: %s', async (_how, replies, mayBeDone) => {
		const { result } = await created([], ...replies);

		expect(result.ok).toBe(false);
		expect('failure' in result && result.failure.mayBeDone).toBe(mayBeDone);
	});

	it('asks again without a look where the request never arrived', async () => {
		const id = freshId();

		const { result, calls, took } = await created(
			[],
			networkError('ECONNREFUSED'),
			busy,
			enveloped(hook(id)),
		);

		expect(result).toMatchObject({ ok: true, value: { id } });
		expect(calls).toEqual(['POST', 'POST', 'POST']);
		expect(rounded(took)).toBe(1_500);
	});

	it('looks before it asks again', async () => {
		const id = freshId();

		const { result, calls } = await created([], fault, none, enveloped(hook(id)));

		expect(result).toMatchObject({ ok: true, value: { id } });
		expect(calls).toEqual(['POST', 'GET', 'POST']);
	});

	it.each<[string, Reply]>([
		['lost', lost],
		['a fault', fault],
		['without a body', { status: 200 }],
		['no webhook', enveloped({})],
	])('takes what it finds after an answer that is %s', async (_what, reply) => {
		const id = freshId();

		const { result, calls } = await created([], reply, pageReply([hook(id)]));

		expect(result).toMatchObject({ ok: true, value: { id } });
		expect(calls).toEqual(['POST', 'GET']);
	});

	it.each<[string, Reply]>([
		['without a body', { status: 200 }],
		['501', enveloped({}, 'UNSUPPORTED_METHOD', 501)],
	])('asks no second time after an answer that will not change: %s', async (_what, reply) => {
		const { result, calls } = await created([], reply, none);

		expect(result.ok).toBe(false);
		expect(calls).toEqual(['POST', 'GET']);
	});

	it('stops with the first error where the list cannot be read', async () => {
		const { result, calls } = await created([], fault, enveloped({}, 'UNAUTHORIZED_ACCESS', 403));

		expect(result).toMatchObject({ ok: false, failure: { status: 503 } });
		expect(calls).toEqual(['POST', 'GET']);
	});

	it('is given up after five POSTs, each with a look', async () => {
		const replies = Array.from({ length: 5 }, () => [fault, none]).flat();

		const { result, calls, took } = await created([], ...replies);

		expect(result).toMatchObject({ ok: false, failure: { status: 503 } });
		expect(calls).toEqual(Array.from({ length: 5 }, () => ['POST', 'GET']).flat());
		expect(rounded(took)).toBe(500 + 1_000 + 2_000 + 4_000 + 4_000);
	});

	it('finds what the last POST made', async () => {
		const id = freshId();
		const replies = Array.from({ length: 4 }, () => [fault, none]).flat();

		const { result } = await created([], ...replies, lost, pageReply([hook(id)]));

		expect(result).toMatchObject({ ok: true, value: { id } });
	});

	it('waits no longer after the last of five that never arrived', async () => {
		const replies = Array.from({ length: 5 }, () => networkError('ECONNREFUSED'));

		const { calls, took } = await created([], ...replies);

		expect(calls).toHaveLength(5);
		expect(rounded(took)).toBe(7_500);
	});
});

describe('creating a webhook where Smile hangs', () => {
	it('begins no further POST after twelve seconds, but looks', async () => {
		const id = freshId();

		const late = await createdSlowly(12_001, [], fault, none, enveloped(hook(freshId())));
		const found = await createdSlowly(12_001, [], fault, pageReply([hook(id)]));

		expect(late.calls).toEqual(['POST', 'GET']);
		expect(late.result).toMatchObject({ ok: false, failure: { status: 503 } });
		expect(found.result).toMatchObject({ ok: true, value: { id } });
	});

	it('begins another POST before', async () => {
		const id = freshId();

		const { calls } = await createdSlowly(5_000, [], fault, none, enveloped(hook(id)));

		expect(calls).toEqual(['POST', 'GET', 'POST']);
	});
});

describe('equal webhooks', () => {
	it('are created one after the other', async () => {
		const [one, other] = [freshId(), freshId()];
		const first = scriptedSmile(fault, none, enveloped(hook(one)));
		const second = scriptedSmile(enveloped(hook(other)));
		let atFirst: string[] = [];

		const running = [
			createWebhook(first.client, wanted, new Set<string>()),
			createWebhook(second.client, wanted, new Set<string>()).then((result) => {
				atFirst = first.calls();
				return result;
			}),
		];
		await jest.runAllTimersAsync();

		expect(await Promise.all(running)).toMatchObject([
			{ ok: true, value: { id: one } },
			{ ok: true, value: { id: other } },
		]);
		expect(atFirst).toHaveLength(3);
	});

	it('whose execution is cancelled are not waited for', async () => {
		const first = scriptedSmile(fault, none, enveloped(hook(freshId())));
		const second = scriptedSmile(enveloped(hook(freshId())));
		const running = createWebhook(first.client, wanted, new Set());
		const cancelled = createWebhook(second.client, wanted, new Set());

		second.cancel();

		await expect(cancelled).rejects.toThrow('The execution was cancelled');
		expect(second.requests).toEqual([]);
		await jest.runAllTimersAsync();
		expect((await running).ok).toBe(true);
	});
});
