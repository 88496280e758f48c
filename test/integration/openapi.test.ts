import { runAction } from '../support/contexts/runAction';
import { machine } from '../support/machine';
import { OpenApi } from '../support/openapi';
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
	});
});
