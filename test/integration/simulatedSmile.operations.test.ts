import { offered, operations } from '../fixtures/operations';
import { machine } from '../support/machine';
import { OpenApi } from '../support/openapi';
import { callSmile } from '../support/smile/call';
import { sampleRequests } from '../support/smile/sampleRequests';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

const file = machine.variable('SMILE_OPENAPI');
const whenGiven = file ? it : it.skip;

/** What has to be there first comes first: making, then changing, then reading, then removing. */
const turns = ['POST', 'PUT', 'GET', 'DELETE'];
const inTurn = turns.flatMap((method) => offered.filter((one) => one.method === method));

let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
	const { userId } = smile.data.live(new Date(), { account: 'connected', archive: 'analyzed' });
	smile.data.live(new Date(), { account: 'connected', archive: 'analyzed', invited: true });
	smile.data.completeSession(userId);
});
afterEach(async () => await smile.close());

/** Makes every request of every operation offered. */
async function callEverything() {
	const answers = [];
	for (const operation of inTurn) {
		for (const { method, path, body } of sampleRequests(smile, operation)) {
			const { status, json } = await callSmile(smile, path, { method, body });
			answers.push({ operation, path, status, json });
		}
	}
	return answers;
}

function kindOf(data: unknown): string {
	if (data === undefined) return 'none';
	if (Array.isArray(data)) return 'array';
	return 'nextCursor' in (data as object) ? 'page' : 'object';
}

describe('the table of operations', () => {
	it('holds all of them once, and what is offered', () => {
		expect(operations).toHaveLength(103);
		expect(offered).toHaveLength(95);
		expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(103);
		expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(103);
		const count = (repeat: string) => offered.filter((one) => one.repeat === repeat).length;
		expect([count('never'), count('once')]).toEqual([12, 1]);
		const looks = offered.filter(({ repeat }) => repeat === 'look').map(({ node }) => node);
		expect(looks).toHaveLength(7);
		expect(looks).toContain('webhook/create');
	});

	whenGiven('is that of Smile’s OpenAPI document', () => {
		const described = new OpenApi(String(file)).operations();

		const facts = operations.map(({ operationId, method, path, success }) => ({
			operationId,
			method,
			path,
			success,
		}));
		expect(facts.sort(byId)).toEqual(described.sort(byId));
	});
});

describe('the simulated Smile', () => {
	it('serves every operation offered, with the status and the kind of data that it has', async () => {
		const answers = await callEverything();

		const given = answers.map(({ operation: { operationId }, status, json }) => [
			operationId,
			status,
			kindOf(json.data),
		]);
		expect(given).toEqual(
			answers.map(({ operation: { operationId, success, data } }) => [operationId, success, data]),
		);
		expect(new Set(given.map(([operationId]) => operationId)).size).toBe(95);
		expect(smile.outbox.mails).toHaveLength(1);
		const questions = answers.filter(({ operation }) => operation.repeat === 'never');
		expect(smile.queries.all).toHaveLength(questions.length - 1);
	});

	it('has nothing at the paths of the others', async () => {
		for (const { method, path } of operations.filter(({ node }) => node === null)) {
			const body = method === 'POST' ? {} : undefined;
			expect((await callSmile(smile, path, { method, body })).status).toBe(404);
		}
	});

	whenGiven.each([
		['at once, as the samples have it', {}],
		['with queries that are being processed', { processingReads: 100, unreadPayslip: 'empty' }],
		[
			'with bare signals, empty codes and the request as it was sent',
			{
				wrappedSignals: false,
				emptyResultCodes: true,
				echo: 'asSent',
				processingCode: '',
			},
		],
	] as const)('answers as its OpenAPI document says: %s', async (_what, switches) => {
		Object.assign(smile.switches, switches);
		const openApi = new OpenApi(String(file));

		const answers = await callEverything();

		const wrongAnswers = answers.flatMap(({ operation: { method }, path, status, json }) =>
			openApi.problemsWithAnswer(method, path.replace(/\?.*$/, ''), status, json),
		);
		const wrongRequests = smile.journal.entries.flatMap((entry) => openApi.problemsOf(entry));
		expect([...new Set([...wrongAnswers, ...wrongRequests])]).toEqual([]);
	});

	it.each(offered.filter(({ method }) => method !== 'GET').map((one) => [one.operationId, one]))(
		'cuts, loses and delays the answers of %s',
		async (_operationId, operation) => {
			for (const kind of ['create-webhook', 'create-invite-template', 'create-archive']) {
				const making = operations.find(({ operationId }) => operationId === kind);
				const [first] = making ? sampleRequests(smile, making) : [];
				await callSmile(smile, first.path, first);
			}
			const [{ method, path, body }] = sampleRequests(smile, operation);
			const call = async () => await callSmile(smile, path, { method, body });
			const target = { method, path: path.replace(/\?.*$/, '') };

			smile.faults.next({ ...target, kind: 'cut' });
			smile.faults.next({ ...target, kind: 'status', status: 503 });
			smile.faults.next({ ...target, kind: 'status', status: 429 });
			smile.faults.next({ ...target, kind: 'slow', ms: 5, afterWork: false });
			await expect(call()).rejects.toThrow('fetch failed');
			const statuses = [(await call()).status, (await call()).status, (await call()).status];
			smile.faults.next({ ...target, kind: 'answerLost' });
			await expect(call()).rejects.toThrow('fetch failed');

			expect(statuses).toEqual([503, 429, operation.success]);
			expect(smile.faults.pending).toBe(0);
		},
	);
});

function byId(one: { operationId: string }, other: { operationId: string }): number {
	return one.operationId.localeCompare(other.operationId);
}
