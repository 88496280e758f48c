import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const webhook = (operation: string, fields: INodeParameters = {}): INodeParameters => ({
	resource: 'webhook',
	operation,
	...fields,
});
const byId = (id: string) => ({ __rl: true, mode: 'id', value: id });
const created = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	events: ['INCOMES_ADDED', 'USER_CREATED'],
};
const secretsOf = (value: unknown) => JSON.stringify(value).match(/"secret"/g) ?? [];

async function smileWith(count: number): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	addWebhooks(smile, count);
	return smile;
}

describe('creating a webhook', () => {
	it('sends what was filled in, with the secret of the credential', async () => {
		const smile = await worlds.startSmile();

		const [item] = await runAction({ smile, parameters: webhook('create', created) });

		const [stored] = smile.webhooks.all;
		expect(stored).toMatchObject({
			name: 'Payroll',
			url: created.url,
			eventTypes: created.events,
			active: true,
			includePayload: false,
			secret: sampleWebhookSecret,
		});
		expect(item?.json).toMatchObject({ id: stored?.id, name: 'Payroll', active: true });
		expect(item?.json).not.toHaveProperty('secret');
	});

	it('takes its own secret and more fields, and shows the secret only on demand', async () => {
		const smile = await worlds.startSmile();

		const [item] = await runAction({
			smile,
			parameters: webhook('create', {
				...created,
				active: false,
				additionalFields: { includePayload: true, secret: 'dummy-own' },
				options: { includeSecret: true },
			}),
		});

		expect(smile.webhooks.all[0]).toMatchObject({
			active: false,
			includePayload: true,
			secret: 'dummy-own',
		});
		expect(item?.json.secret).toBe('dummy-own');
	});

	it('makes no second webhook when the answer is lost', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const [item] = await runAction({ smile, parameters: webhook('create', created) });

		expect(smile.webhooks.all.map(({ id }) => id)).toEqual([item?.json.id]);
	});

	it.each([
		[{ name: ' ' }, 'Name must have 1 to 200'],
		[{ name: 'x'.repeat(201) }, 'it has 201'],
		[{ url: 'http://receiver.example.test' }, 'https://'],
		[{ url: `https://${'x'.repeat(493)}` }, 'it has 501'],
		[{ events: [] }, 'No event'],
		[{ additionalFields: { secret: 'z'.repeat(65) } }, 'it has 65'],
	])('refuses %j before Smile is asked', async (change, said) => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(
			runAction({ smile, parameters: webhook('create', { ...created, ...change }) }),
		);

		expect(error.message).toContain(said);
		expect(error.description).toBeTruthy();
		expect(smile.journal.entries).toEqual([]);
	});
});

describe('getting webhooks', () => {
	it('returns one by its id, without its secret', async () => {
		const smile = await smileWith(3);
		const [, wanted] = smile.webhooks.all;

		const items = await runAction({
			smile,
			parameters: webhook('get', { webhookId: byId(wanted.id) }),
		});

		expect(items).toEqual([
			expect.objectContaining({ json: expect.objectContaining({ id: wanted.id }) }),
		]);
		expect(secretsOf(items)).toEqual([]);
	});

	it.each([
		[{}, 50],
		[{ limit: 3 }, 3],
		[{ limit: 200 }, 200],
		[{ returnAll: true }, 310],
		[{ returnAll: true, filters: { active: true } }, 155],
		[{ limit: 20, filters: { active: false } }, 20],
		[{ returnAll: true, filters: { eventType: 'ALL_EVENTS' } }, 104],
		[{ returnAll: true, filters: { url: 'https://receiver.example.test/3' } }, 44],
		[{ returnAll: true, filters: { url: 'https://receiver.example.test' } }, 0],
		[{ returnAll: true, filters: { active: true, eventType: 'INCOMES_ADDED' } }, 103],
	])('lists with %j: %d', async (fields, count) => {
		const smile = await smileWith(310);

		const items = await runAction({ smile, parameters: webhook('getAll', fields) });

		expect(items).toHaveLength(count);
		expect(secretsOf(items)).toEqual([]);
	});

	it('asks for no page more than it needs', async () => {
		const smile = await smileWith(310);

		await runAction({ smile, parameters: webhook('getAll', { limit: 10 }) });

		expect(smile.journal.entries).toHaveLength(1);
	});
});

describe('deleting a webhook', () => {
	it('says that it is deleted', async () => {
		const smile = await smileWith(2);
		const [first, second] = smile.webhooks.all;

		const items = await runAction({
			smile,
			parameters: webhook('delete', { webhookId: byId(first.id) }),
		});

		expect(items.map(({ json }) => json)).toEqual([{ deleted: true, id: first.id }]);
		expect(smile.webhooks.all).toEqual([second]);
	});

	it('counts as done when only its answer was lost', async () => {
		const smile = await smileWith(1);
		const [{ id }] = smile.webhooks.all;
		smile.faults.next({ kind: 'answerLost', method: 'DELETE' });

		const [item] = await runAction({
			smile,
			parameters: webhook('delete', { webhookId: byId(id) }),
		});

		expect(item?.json).toEqual({ deleted: true, id });
	});

	it('of an unknown id fails', async () => {
		const smile = await smileWith(1);

		const error = await thrownBy(
			runAction({ smile, parameters: webhook('delete', { webhookId: byId('unknown') }) }),
		);

		expect(error.message).toContain('unknown');
		expect(smile.webhooks.all).toHaveLength(1);
	});
});

describe('updating a webhook', () => {
	it('makes a new one of the merged fields, then deletes the old one', async () => {
		const smile = await smileWith(1);
		const [old] = smile.webhooks.all;

		const [item] = await runAction({
			smile,
			parameters: webhook('update', {
				webhookId: byId(old.id),
				updateFields: { active: false, events: ['INCOMES_ADDED'] },
			}),
		});

		const [renewed] = smile.webhooks.all;
		expect(smile.webhooks.all).toHaveLength(1);
		expect(renewed).toMatchObject({
			name: old.name,
			url: old.url,
			active: false,
			eventTypes: ['INCOMES_ADDED'],
			secret: old.secret,
		});
		expect(item?.json).toMatchObject({ id: renewed?.id, replacedWebhookId: old.id });
		expect(secretsOf(item)).toEqual([]);
		const writes = smile.journal.entries.filter(({ method }) => method !== 'GET');
		expect(writes.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
	});

	it.each([
		[{}, 'dummy secret of somebody else'],
		[{ secret: 'dummy-typed' }, 'dummy-typed'],
		[{ secret: '' }, sampleWebhookSecret],
	])('with %j signs with the secret %j', async (change, secret) => {
		const smile = await smileWith(1);
		const [{ id }] = smile.webhooks.all;

		await runAction({
			smile,
			parameters: webhook('update', {
				webhookId: byId(id),
				updateFields: { active: true, ...change },
			}),
		});

		expect(smile.webhooks.all.map((hook) => hook.secret)).toEqual([secret]);
	});

	it('names both ids when the old one cannot be deleted', async () => {
		const smile = await smileWith(1);
		const [old] = smile.webhooks.all;
		smile.faults.next({ kind: 'status', status: 400, method: 'DELETE' });

		const error = await thrownBy(
			runAction({
				smile,
				parameters: webhook('update', {
					webhookId: byId(old.id),
					updateFields: { name: 'Renamed' },
				}),
			}),
		);

		const renewed = smile.webhooks.all.find(({ name }) => name === 'Renamed');
		expect(error.message).toContain(old.id);
		expect(error.message).toContain(renewed?.id);
	});

	it('leaves the old one when the new one is refused', async () => {
		const smile = await smileWith(1);
		const [old] = smile.webhooks.all;
		smile.faults.next({ kind: 'status', status: 400, method: 'POST' });

		await thrownBy(
			runAction({
				smile,
				parameters: webhook('update', {
					webhookId: byId(old.id),
					updateFields: { name: 'Renamed' },
				}),
			}),
		);

		expect(smile.webhooks.all).toEqual([old]);
	});

	it('asks for at least one field', async () => {
		const smile = await smileWith(1);
		const [{ id }] = smile.webhooks.all;

		const error = await thrownBy(
			runAction({ smile, parameters: webhook('update', { webhookId: byId(id) }) }),
		);

		expect(error.message).toContain('No field to update');
	});
});

describe('several items', () => {
	const items = (...ids: string[]) => ids.map((id) => ({ json: { id } }));
	const parameters = webhook('get', { webhookId: byId('={{ $json.id }}') });

	it('are handled one by one and stay paired', async () => {
		const smile = await smileWith(3);

		const output = await runAction({
			smile,
			items: items('a', 'b'),
			parameters: webhook('getAll', { returnAll: true }),
		});

		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 1, 1, 1].map((item) => ({ item })),
		);
	});

	it('end with the first error, which names its item, code and request', async () => {
		const smile = await smileWith(2);
		const [first] = smile.webhooks.all;

		const error = await thrownBy(
			runAction({ smile, items: items(first.id, 'unknown'), parameters }),
		);

		expect(error.context?.itemIndex).toBe(1);
		expect(error.message).toMatch(/MISSING_RESOURCE: .*, request [0-9a-f-]{36}/);
	});

	it('go on after an error when the workflow says so', async () => {
		const smile = await smileWith(2);
		const [first, second] = smile.webhooks.all;

		const output = await runAction({
			smile,
			items: items(first.id, 'unknown', second.id),
			parameters,
			continueOnFail: true,
		});

		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect(output[0]?.json.id).toBe(first.id);
		expect(output[1]?.json.error).toContain('MISSING_RESOURCE');
		expect(output[2]?.json.id).toBe(second.id);
	});

	it('without a picked webhook ask for one', async () => {
		const smile = await smileWith(1);

		const error = await thrownBy(
			runAction({ smile, parameters: webhook('delete', { webhookId: byId('') }) }),
		);

		expect(error.message).toBe('No webhook is selected');
		expect(smile.webhooks.all).toHaveLength(1);
	});
});

describe('an error of an operation', () => {
	it('holds neither the key nor a secret', async () => {
		const smile = await worlds.startSmile();
		const credential = { apiSecret: 'dummy-wrong', webhookSecret: 'dummy-webhook' };

		const error = await thrownBy(runAction({ smile, credential, parameters: webhook('getAll') }));

		const all = JSON.stringify({ ...error, message: error.message, cause: error.cause });
		expect(error.message).toContain('refused the API key');
		expect(all).not.toMatch(/dummy-|Basic |authorization/i);
	});
});
