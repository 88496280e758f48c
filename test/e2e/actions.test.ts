import type { IDataObject } from 'n8n-workflow';

import { actionNode } from '../support/n8n/workflows';
import { borrowN8nWorld, webhookSecret, type N8nWorld } from '../support/n8n/world';

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());
beforeEach(() => world.smile.webhooks.clear());

async function run(operation: string, fields: IDataObject) {
	const parameters = { resource: 'webhook', operation, ...fields };
	return await world.rest.runAction({ parameters, credential: world.credential });
}

async function resultsOf(operation: string, fields: IDataObject) {
	const execution = await run(operation, fields);
	expect(execution.error).toBeUndefined();
	return execution.items(actionNode).map(({ json }) => json);
}

const byId = (id: string) => ({ __rl: true, mode: 'id', value: id });

describe('the credential in a real n8n', () => {
	it('passes its test with the right key', async () => {
		expect((await world.rest.testCredential(world.credential)).status).toBe('OK');
	});

	it.each([
		[{ apiSecret: 'dummy-wrong' }, 'refused the API key in the Custom environment'],
		[{ baseUrl: 'http://127.0.0.1:9/v1' }, 'could not be reached'],
		[{ baseUrl: 'http://smile.example.test/v1' }, 'must start with https://'],
	])('fails its test with %j and says why', async (change, said) => {
		const data = { ...world.credentialData, ...change };

		const result = await world.rest.testCredential(world.credential, data);

		expect(result.status).toBe('Error');
		expect(result.message).toContain(said);
	});
});

describe('the Smile node in a real n8n', () => {
	it('creates a webhook', async () => {
		const url = 'https://receiver.example.test/smile';

		const results = await resultsOf('create', { name: 'Mine', url, events: ['INCOMES_ADDED'] });

		const [stored] = world.smile.webhooks.all;
		expect(stored).toMatchObject({ name: 'Mine', url, secret: webhookSecret, active: true });
		expect(results).toEqual([expect.objectContaining({ id: stored?.id, url })]);
		expect(JSON.stringify(results)).not.toContain(webhookSecret);
	});

	it('gets one and many webhooks', async () => {
		for (let count = 0; count < 170; count += 1) world.smile.webhooks.add();
		const [first] = world.smile.webhooks.all;

		expect(await resultsOf('get', { webhookId: byId(first.id) })).toEqual([
			expect.objectContaining({ id: first.id }),
		]);
		expect(await resultsOf('getAll', { returnAll: true })).toHaveLength(170);
		expect(await resultsOf('getAll', { returnAll: false, limit: 5 })).toHaveLength(5);
	});

	it('updates a webhook', async () => {
		const old = world.smile.webhooks.add();

		const results = await resultsOf('update', {
			webhookId: byId(old.id),
			updateFields: { name: 'Renamed' },
		});

		const [renewed] = world.smile.webhooks.all;
		expect(world.smile.webhooks.all).toHaveLength(1);
		expect(results).toEqual([
			expect.objectContaining({ id: renewed?.id, name: 'Renamed', replacedWebhookId: old.id }),
		]);
	});

	it('deletes a webhook', async () => {
		const { id } = world.smile.webhooks.add();

		expect(await resultsOf('delete', { webhookId: byId(id) })).toEqual([{ deleted: true, id }]);
		expect(world.smile.webhooks.all).toEqual([]);
	});

	it('ends in an error a person can act on', async () => {
		const { error } = await run('get', { webhookId: byId('unknown') });

		expect(error?.message).toMatch(/MISSING_RESOURCE: .+, request [0-9a-f-]{36}/);
		expect(error?.description).toContain('Check the ID');
		expect(JSON.stringify(error)).not.toMatch(/Basic |authorization|dummy-/i);
	});

	it('lists webhooks to pick from', async () => {
		world.smile.webhooks.add({ name: 'Payroll' });
		world.smile.webhooks.add({ name: 'Other' });

		const { results } = await world.rest.searchLocator({
			nodeType: 'n8n-nodes-smile.smile',
			methodName: 'searchWebhooks',
			credential: world.credential,
			filter: 'pay',
		});

		expect(results.map(({ name }) => name)).toEqual([expect.stringContaining('Payroll')]);
	});
});
