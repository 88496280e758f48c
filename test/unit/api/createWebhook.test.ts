import { createWebhook } from '../../../nodes/Smile/api/createWebhook';
import {
	enveloped,
	networkError,
	pageReply,
	scriptedSmile,
	type Reply,
} from '../../support/scriptedSmile';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

let hooks = 0;
/** An id that no other test has. */
const freshId = () => `w-${(hooks += 1)}`;
const wanted = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	eventTypes: ['USER_CREATED', 'INCOMES_ADDED'],
	active: true,
	includePayload: false,
	secret: 'dummy-secret',
};
const hook = (id: string, more: object = {}) => ({ id, ...wanted, ...more });
const fault = enveloped({}, 'SERVER_UNAVAILABLE', 503);
const lost = networkError('ECONNRESET');
const none = pageReply([]);

/** Creates with these replies; the calls are given as "POST" and "GET". */
async function created(known: string[], ...replies: Reply[]) {
	const smile = scriptedSmile(...replies);
	const begun = performance.now();
	const running = createWebhook(smile.client, wanted, new Set(known));
	let took = 0;
	void running.then(() => (took = performance.now() - begun));
	await jest.runAllTimersAsync();
	const calls = smile.calls().map((call) => call.replace(' /webhooks', ''));
	return { result: await running, calls, took };
}

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
		const { result, calls } = await created([], reply, none);

		expect(result.ok).toBe(false);
		expect(calls).toEqual(expected);
	});

	it('asks again without a look where the request never arrived', async () => {
		const id = freshId();
		const busy = enveloped({}, 'REQUEST_LIMIT_EXCEEDED', 429);

		const { result, calls } = await created(
			[],
			networkError('ECONNREFUSED'),
			busy,
			enveloped(hook(id)),
		);

		expect(result).toMatchObject({ ok: true, value: { id } });
		expect(calls).toEqual(['POST', 'POST', 'POST']);
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
		expect(took).toBeGreaterThanOrEqual((500 + 1_000 + 2_000 + 4_000 + 4_000) * 0.75);
		expect(took).toBeLessThanOrEqual((500 + 1_000 + 2_000 + 4_000 + 4_000) * 1.25 + 10);
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
		expect(took).toBeLessThanOrEqual(7_500 * 1.25 + 10);
	});
});

describe('what a lost POST made', () => {
	it.each([
		['name', { name: 'Another' }],
		['url', { url: 'https://other.example.test' }],
		['fewer events', { eventTypes: ['USER_CREATED'] }],
		['other events', { eventTypes: ['USER_CREATED', 'RATING_ADDED'] }],
		['includePayload', { includePayload: true }],
		['active', { active: false }],
		['secret', { secret: 'dummy-other' }],
	])('is not what differs in %s', async (_field, change) => {
		const id = freshId();
		const foreign = pageReply([hook(freshId(), change)]);

		const { result } = await created([], fault, foreign, enveloped(hook(id)));

		expect(result).toMatchObject({ ok: true, value: { id } });
	});

	it.each([
		['leaves out what it may', { name: null, active: null, includePayload: null, secret: null }],
		['orders the events anew', { eventTypes: ['INCOMES_ADDED', 'USER_CREATED'] }],
		['repeats an event', { eventTypes: ['INCOMES_ADDED', 'USER_CREATED', 'USER_CREATED'] }],
	])('is known also where Smile %s', async (_what, change) => {
		const id = freshId();

		const { result } = await created([], fault, pageReply([hook(id, change)]));

		expect(result).toMatchObject({ ok: true, value: { id } });
	});

	it('is not what was there before', async () => {
		const [old, id] = [freshId(), freshId()];

		const { result, calls } = await created([old], fault, pageReply([hook(old), hook(id)]));

		expect(result).toMatchObject({ ok: true, value: { id } });
		expect(calls).toEqual(['POST', 'GET']);
	});

	it('is not what was handed out before', async () => {
		const [taken, id] = [freshId(), freshId()];
		await created([], enveloped(hook(taken)));
		await created([], fault, pageReply([hook(taken), hook(id)]));

		const { result, calls } = await created(
			[],
			fault,
			pageReply([hook(taken), hook(id)]),
			enveloped(hook(freshId())),
		);

		expect(result).not.toMatchObject({ value: { id } });
		expect(calls).toEqual(['POST', 'GET', 'POST']);
	});

	it.each([
		['by its time', ['2026-03-04T05:06:08Z', '2026-03-04T05:06:07Z'], 0],
		['by its time', ['2026-03-04T05:06:07Z', '2026-03-04T05:06:08Z'], 1],
		['where one has no time', [null, '2026-03-04T05:06:08Z'], 1],
	])('is the newest of several equal ones, %s: %j', async (_how, times, newest) => {
		const ids = times.map(() => freshId());
		const list = pageReply(ids.map((id, index) => hook(id, { createdAt: times[index] })));

		const { result } = await created([], fault, list);

		expect(result).toMatchObject({ ok: true, value: { id: ids[newest] } });
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
