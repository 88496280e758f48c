import { callSmile } from '../support/smile/call';
import type { Fault } from '../support/smile/faults';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

let smile: SimulatedSmile;

const wanted = {
	name: 'Payroll',
	url: 'https://hooks.example/smile',
	eventTypes: ['ALL_EVENTS'],
	active: true,
	secret: 'dummy secret',
};
const create = async () => await callSmile(smile, '/webhooks', { method: 'POST', body: wanted });

beforeEach(async () => {
	smile = await startSmile();
});
afterEach(async () => await smile.close());

describe('a fault of the simulated Smile', () => {
	it.each([
		[400, 'INVALID_PARAMETERS'],
		[429, 'REQUEST_LIMIT_EXCEEDED'],
		[500, 'SERVER_ERROR'],
		[503, 'SERVER_UNAVAILABLE'],
		[504, 'TIME_LIMIT_EXCEEDED'],
	])('answers %i in the envelope without doing the work', async (status, code) => {
		smile.faults.next({ kind: 'status', status });

		const faulty = await create();
		const next = await create();

		expect(faulty).toMatchObject({ status, json: { code, data: {} } });
		expect(next.status).toBe(200);
		expect(smile.webhooks.all).toHaveLength(1);
		expect(smile.journal.entries).toMatchObject([{ status, fault: 'status' }, { status: 200 }]);
	});

	it('answers with a status although the work was done', async () => {
		smile.faults.next({ kind: 'status', status: 504, afterWork: true });

		const faulty = await create();

		expect(faulty).toMatchObject({ status: 504, json: { code: 'TIME_LIMIT_EXCEEDED' } });
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it.each<[string, Fault, number]>([
		['loses the answer after the work', { kind: 'answerLost' }, 1],
		['cuts the connection before the work', { kind: 'cut' }, 0],
		['sends half of the answer after the work', { kind: 'truncated' }, 1],
	])('%s', async (_what, fault, stored) => {
		smile.faults.next(fault);

		await expect(create()).rejects.toThrow(/fetch failed|terminated/);

		expect(smile.webhooks.all).toHaveLength(stored);
	});

	it('shows the status, and then only half of the JSON, when the answer is truncated', async () => {
		smile.faults.next({ kind: 'truncated' });
		const authorization = `Basic ${btoa(`${smile.apiKey}:${smile.apiSecret}`)}`;

		const answer = await fetch(`${smile.baseUrl}/webhooks`, { headers: { authorization } });

		expect(answer.status).toBe(200);
		expect(smile.journal.entries).toMatchObject([{ status: 200, fault: 'truncated' }]);
		await expect(answer.text()).rejects.toThrow('terminated');
	});

	it('hangs until the client gives up', async () => {
		smile.faults.next({ kind: 'hang' });

		const answer = fetch(smile.baseUrl, { signal: AbortSignal.timeout(60) });

		await expect(answer).rejects.toThrow('timeout');
		// On a busy machine the client may give up before the request is read.
		await smile.journal.waitFor(({ fault }) => fault === 'hang');
		expect(smile.journal.entries).toMatchObject([{ status: null, fault: 'hang' }]);
	});

	it('makes an answer slow', async () => {
		smile.faults.next({ kind: 'slow', ms: 80 });
		const startedAt = performance.now();

		const answer = await create();

		expect(answer.status).toBe(200);
		expect(performance.now() - startedAt).toBeGreaterThanOrEqual(75);
	});

	it.each<[string, Fault, Partial<Awaited<ReturnType<typeof callSmile>>>]>([
		[
			'a page of a proxy',
			{ kind: 'html' },
			{ status: 502, contentType: 'text/html; charset=utf-8' },
		],
		['a page with status 200', { kind: 'html', status: 200 }, { status: 200 }],
		['nothing with status 200', { kind: 'empty' }, { status: 200, text: '', contentType: null }],
		['JSON of another kind', { kind: 'otherEnvelope', body: [1] }, { status: 200, text: '[1]' }],
	])('answers %s before or after the work', async (_what, fault, expected) => {
		smile.faults.next(fault);
		smile.faults.next({ ...fault, afterWork: true });

		const before = await create();
		const after = await create();

		expect(before).toMatchObject(expected);
		expect(after).toMatchObject(expected);
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it('waits for the request it is meant for, as often as it was told', async () => {
		smile.faults.next({
			kind: 'status',
			status: 503,
			method: 'DELETE',
			path: '/webhooks',
			times: 2,
		});
		smile.faults.next({ kind: 'status', status: 500, path: /^\/webhooks$/ });
		const statusOf = async (method: string, path: string) =>
			(await callSmile(smile, path, { method })).status;

		expect(await statusOf('GET', '/webhooks/1')).toBe(404);
		expect(await statusOf('DELETE', '/webhooks/1')).toBe(503);
		expect(await statusOf('GET', '/webhooks')).toBe(500);
		expect(await statusOf('DELETE', '/webhooks/2')).toBe(503);
		expect(await statusOf('DELETE', '/webhooks/2')).toBe(404);
	});

	it('is forgotten when the faults are cleared', async () => {
		smile.faults.next({ kind: 'cut', times: Infinity });
		await expect(create()).rejects.toThrow();

		smile.faults.clear();

		expect((await create()).status).toBe(200);
	});
});
