import type { SmileResource } from '../../nodes/Smile/actions/resource';
import { resources } from '../../nodes/Smile/actions/resources';
import { smileResources } from '../../nodes/Smile/actions/smileResources';
import { catalogue } from '../../nodes/Smile/events/catalogue';
import { runAction, searchList } from '../support/contexts/runAction';
import { machine } from '../support/machine';
import { OpenApi } from '../support/openapi';
import { mends } from '../support/openapiMends';
import { callSmile } from '../support/smile/call';
import type { Kind } from '../support/smile/data/kinds';
import { tellEvents } from '../support/smile/data/toldEvents';
import { readableResources } from '../support/readableResources';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const file = machine.variable('SMILE_OPENAPI');
if (!file) machine.notice('SMILE_OPENAPI is not set: requests are not compared with OpenAPI');
const whenGiven = file ? it : it.skip;

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('every request to Smile', () => {
	whenGiven('is one that Smile’s OpenAPI document describes', async () => {
		const { smile, trigger } = await worlds.publish({ options: { includePayload: true } });
		for (let count = 0; count < 160; count += 1) smile.webhooks.add();
		await trigger.activate();
		const [{ id }] = smile.webhooks.all.slice(-1);
		const webhookId = { __rl: true, mode: 'id', value: id };
		const run = async (operation: string, fields: object) =>
			await runAction({ smile, parameters: { resource: 'webhook', operation, ...fields } });
		await run('getAll', { returnAll: true });
		await run('get', { webhookId });
		await run('create', {
			name: 'n'.repeat(200),
			url: 'https://receiver.example.test/'.padEnd(500, 'x'),
			events: ['ALL_EVENTS'],
			additionalFields: { secret: 's'.repeat(64), includePayload: true },
		});
		await run('update', { webhookId, updateFields: { active: false } });
		await trigger.deactivate();

		const openApi = new OpenApi(String(file));
		const requests = smile.journal.entries;

		expect(new Set(requests.map(({ method }) => method))).toEqual(
			new Set(['GET', 'POST', 'DELETE']),
		);
		expect(requests.flatMap((request) => openApi.problemsOf(request))).toEqual([]);
	});

	whenGiven('is found wrong when it is', () => {
		const openApi = new OpenApi(String(file));
		const request = { headers: {}, authorised: true, status: 200, at: new Date() };
		const problems = (method: string, path: string, query: object, body?: unknown) =>
			openApi.problemsOf({ ...request, method, path, query: { ...query }, body });

		expect(problems('GET', '/webhooks', { size: '151' })).not.toEqual([]);
		expect(problems('GET', '/webhooks', { page: '1' })).not.toEqual([]);
		expect(problems('PUT', '/webhooks/1', {})).not.toEqual([]);
		expect(problems('GET', '/hooks', {})).not.toEqual([]);
		expect(problems('POST', '/webhooks', {}, { name: 'x' })).not.toEqual([]);
		const user = { externalMetadata: { customer: '1' } };
		expect(problems('POST', '/users', {}, user)).toEqual([]);
		expect(problems('POST', '/users', {}, { ...user, nickname: 'x' })).not.toEqual([]);
		expect(problems('POST', '/users', {}, { externalMetadata: { customer: 1 } })).not.toEqual([]);
		expect(problems('POST', '/tokens', { userId: 'acme-1' }, {})).toEqual([]);
		expect(problems('POST', '/tokens', { userId: 'acme-1' }, user)).not.toEqual([]);
	});

	whenGiven('is one that the document describes, for every readable resource', async () => {
		const smile = await worlds.startSmile();
		await readEverything(smile);

		const openApi = new OpenApi(String(file));
		const requests = smile.journal.entries;

		expect(new Set(requests.map(({ path }) => path.split('/')[1]))).toEqual(
			new Set(readableResources.map(([, { path }]) => path.slice(1))),
		);
		expect(requests.filter(({ status }) => status !== 200)).toEqual([]);
		expect(requests.flatMap((request) => openApi.problemsOf(request))).toEqual([]);
	});

	whenGiven('is one that the document describes, for the operations on events', async () => {
		const smile = await worlds.startSmile();
		const [from, to] = ['2026-03-04T08:00:00Z', '2026-03-04T20:00:00Z'];
		const told = tellEvents(smile, new Date(from));
		for (const { type, data } of told.values()) {
			const event = JSON.stringify({ id: `et-${type}`, version: 1, type, createdAt: from, data });
			await runAction({ smile, parameters: { resource: 'event', operation: 'getData', event } });
		}
		smile.data.happen(new Date(from), new Date(to));
		const missed = { resource: 'event', operation: 'getMissed', start: from, end: to };
		await runAction({ smile, parameters: missed });

		const openApi = new OpenApi(String(file));
		const requests = smile.journal.entries;

		expect(told.size).toBe(Object.keys(catalogue).length);
		expect(requests.length).toBeGreaterThan(told.size);
		expect(requests.filter(({ status }) => status !== 200)).toEqual([]);
		expect(requests.flatMap((request) => openApi.problemsOf(request))).toEqual([]);
	});

	whenGiven('can use every filter that the document has', () => {
		const openApi = new OpenApi(String(file));
		// The id of a record is what Get is for; accountId is deprecated in favour of sourceId.
		const left =
			/^(size|cursor|(account|signal|footprint|maw|blacklist|verification|socialSecurity)Id)$/;

		const listed = Object.entries<SmileResource>(smileResources)
			.filter(([value]) =>
				resources[value].operations.some(({ option }) => option.value === 'getAll'),
			)
			.map(([, resource]) => resource);

		for (const { path, filters } of listed) {
			const described = openApi.queryOf(path).filter((name) => !left.test(name));
			expect([path, ...[...filters].sort()]).toEqual([path, ...described.sort()]);
		}
	});
});

describe('every answer of the simulated Smile', () => {
	whenGiven('is one that Smile’s OpenAPI document describes', async () => {
		const smile = await worlds.startSmile();
		await readEverything(smile);
		const [{ id }] = [smile.webhooks.add()];
		const [{ userId }] = smile.data.people(1, { account: 'revoked', archive: 'analyzed' });
		smile.data.verify(new Date());
		smile.data.requestRecord(new Date());
		const paths = [
			...smile.journal.entries.map(({ path, query }) => `${path}?${queryText(query)}`),
			'/webhooks',
			`/webhooks/${id}`,
			`/users/${userId}/payload`,
			'/alpha/verifications',
			'/alpha/socialSecurities',
			'/beta/socialSecurities',
			'/alpha/forms',
			'/users/nobody',
			'/users?startDate=yesterday',
		];

		const openApi = new OpenApi(String(file));
		const problems = new Set<string>();
		for (const path of paths) {
			const { status, json } = await callSmile(smile, path);
			const [plain] = path.split('?');
			for (const problem of openApi.problemsWithAnswer('GET', plain, status, json)) {
				problems.add(problem);
			}
		}

		expect([...problems]).toEqual([]);
	});

	whenGiven('is found wrong when it is', () => {
		const openApi = new OpenApi(String(file));
		const answer = (data: object) => ({ code: 'OK', message: 'x', requestId: 'x', data });
		const problems = (data: object) =>
			openApi.problemsWithAnswer('GET', '/users/acme-1', 200, answer(data));
		const user = { id: 'acme-1', externalMetadata: {}, createdAt: '2026-01-01T00:00:00Z' };

		expect(problems({ ...user, providers: [] })).toEqual([]);
		expect(problems(user)).not.toEqual([]);
		expect(problems({ ...user, providers: [], createdAt: 'today' })).not.toEqual([]);
		expect(problems({ ...user, providers: [], nickname: 'x' })).not.toEqual([]);
		expect(problems({ ...user, providers: null })).not.toEqual([]);
		expect(openApi.problemsWithAnswer('GET', '/users/acme-1', 418, {})).not.toEqual([]);
	});

	it('may differ from that document in few ways, each with its reason', () => {
		expect(mends.flatMap(({ schema }) => schema)).toEqual([
			'ObjectNextCursor',
			'Invite',
			'AllDatapointPayload',
			'ArchiveCreateRequest',
			'BetaSignal3Tpl1PostRequest',
			...['AlphaFootprintPostRequest', 'BetaMaw2PostRequest', 'BetaMaw3PostRequest'],
			...['BetaMawRequestMeta', 'BetaSignalPostRequest', 'BetaSignalRequestMeta'],
			'ArchiveExtraction',
			'Consent',
			...['AlphaBlacklist', 'AlphaFootprint', 'AlphaValidation', 'BetaMaw', 'BetaSignal'],
			...['SocialSecurity', 'schemas-SocialSecurity'],
			...['SocialSecurity', 'schemas-SocialSecurity', 'Verification'],
			'VerificationResult',
			'BetaMaw',
			'BetaMaw2Item',
			'BetaSignalItem',
			'BetaSignalListResponse',
			'ArchivePayslip',
			'Form',
		]);
		expect(mends.filter(({ why }) => why.length < 40)).toEqual([]);
	});
});

/** Every operation, filter and list of every readable resource, over more than one page. */
async function readEverything(smile: SimulatedSmile): Promise<void> {
	smile.data.people(6);
	const { accountId } = smile.data.live(new Date('2026-02-01T00:00:00Z'), { account: 'connected' });
	smile.data.transactions(320, accountId);
	const values: Record<string, string> = {
		startDate: '2020-01-01',
		endDate: '2030-01-01',
		startMonth: '2020-01',
		endMonth: '2030-01',
	};
	for (const [resource, { path, filters, extra }] of readableResources) {
		const run = async (operation: string, fields: object) =>
			await runAction({ smile, parameters: { resource, operation, ...fields } });
		const [{ id }] = smile.data.all(path.slice(1) as Kind).slice(-1);
		await run('get', {
			[`${resource}Id`]: { __rl: true, mode: 'id', value: id },
			options: extra ? { [extra.option]: true } : {},
		});
		await run('getAll', { returnAll: true });
		await run('getAll', {
			filters: Object.fromEntries(filters.map((name) => [name, values[name] ?? 'true'])),
		});
		await searchList('searchRecords', { smile, parameters: { resource } });
	}
}

function queryText(query: Record<string, unknown>): string {
	return new URLSearchParams(query as Record<string, string>).toString();
}
