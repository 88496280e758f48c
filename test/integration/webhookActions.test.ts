import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { byId } from '../support/picked';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { secretsOf, smileWith, webhook } from '../support/webhookRuns';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('getting webhooks', () => {
	it('returns one by its id, without its secret', async () => {
		const smile = await smileWith(worlds, 3);
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
		[{ returnAll: true, filters: { url: 'HTTPS://receiver.example.test/3' } }, 44],
		[{ returnAll: true, filters: { url: 'https://receiver.example.test' } }, 0],
		[{ returnAll: true, filters: { active: true, eventType: 'INCOMES_ADDED' } }, 103],
	])('lists with %j: %d', async (fields, count) => {
		const smile = await smileWith(worlds, 310);

		const items = await runAction({ smile, parameters: webhook('getAll', fields) });

		expect(items).toHaveLength(count);
		expect(secretsOf(items)).toEqual([]);
	});

	it.each([
		[{ url: '' }, 'URL holds nothing'],
		[{ url: '={{ undefined }}' }, 'URL holds nothing'],
		[{ url: '={{ ({}) }}' }, 'URL holds an object, not text'],
		[{ eventType: '' }, 'Event Type holds nothing'],
		[{ eventType: '={{ null }}' }, 'Event Type holds nothing'],
		[{ active: '={{ undefined }}' }, 'Active holds nothing'],
		[{ active: '={{ "both" }}' }, 'Active holds neither true nor false'],
	])('lists none where a filter was added as %j', async (filters, said) => {
		const smile = await smileWith(worlds, 3);
		const fields = { filters: filters as INodeParameters };

		const error = await thrownBy(runAction({ smile, parameters: webhook('getAll', fields) }));

		expect(error.message).toBe(`The field ${said}`);
		expect(error.description).toContain('or remove it');
		expect(smile.journal.entries).toEqual([]);
	});

	it.each([
		[true, ['on', 'unsaid', 'null']],
		[false, ['off']],
	])(
		'takes one of which Smile does not say for active, with the filter %j',
		async (active, names) => {
			const smile = await worlds.startSmile();
			const said = { on: true, off: false, unsaid: undefined, null: null };
			const items = Object.entries(said).map(([name, is]) => ({
				...{ id: name, name, active: is, eventTypes: [] },
				url: 'https://receiver.example.test',
			}));
			const body = { code: 'OK', message: 'Success', requestId: 'r', data: { items } };
			smile.faults.next({ kind: 'otherEnvelope', path: '/webhooks', body });

			const found = await runAction({
				smile,
				parameters: webhook('getAll', { filters: { active } }),
			});

			expect(found.map(({ json }) => json.name)).toEqual(names);
		},
	);

	it('filters by a switch that is a word', async () => {
		const smile = await smileWith(worlds, 3);
		const fields = { filters: { active: '={{ "false" }}' } };

		expect(await runAction({ smile, parameters: webhook('getAll', fields) })).toHaveLength(1);
	});

	it('asks for no page more than it needs', async () => {
		const smile = await smileWith(worlds, 310);

		await runAction({ smile, parameters: webhook('getAll', { limit: 10 }) });

		expect(smile.journal.entries).toHaveLength(1);
	});
});

describe('deleting a webhook', () => {
	it('says that it is deleted', async () => {
		const smile = await smileWith(worlds, 2);
		const [first, second] = smile.webhooks.all;

		const items = await runAction({
			smile,
			parameters: webhook('delete', { webhookId: byId(first.id) }),
		});

		expect(items.map(({ json }) => json)).toEqual([{ deleted: true, id: first.id }]);
		expect(smile.webhooks.all).toEqual([second]);
	});

	it('counts as done when only its answer was lost', async () => {
		const smile = await smileWith(worlds, 1);
		const [{ id }] = smile.webhooks.all;
		smile.faults.next({ kind: 'answerLost', method: 'DELETE' });

		const [item] = await runAction({
			smile,
			parameters: webhook('delete', { webhookId: byId(id) }),
		});

		expect(item?.json).toEqual({ deleted: true, id });
	});

	it('of an unknown id fails', async () => {
		const smile = await smileWith(worlds, 1);

		const error = await thrownBy(
			runAction({ smile, parameters: webhook('delete', { webhookId: byId('unknown') }) }),
		);

		expect(error.message).toContain('unknown');
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it.each(['html', 'empty', 'otherEnvelope'] as const)(
		'is not done where something in between answers 404 (%s)',
		async (kind) => {
			const smile = await smileWith(worlds, 1);
			const [{ id }] = smile.webhooks.all;
			smile.faults.next({ kind, status: 404, method: 'DELETE' });

			const error = await thrownBy(
				runAction({ smile, parameters: webhook('delete', { webhookId: byId(id) }) }),
			);

			expect(error.message).toContain(`Could not delete the webhook ${id}`);
			expect(smile.webhooks.all).toHaveLength(1);
		},
	);
});

describe('several items', () => {
	const items = (...ids: string[]) => ids.map((id) => ({ json: { id } }));
	const parameters = webhook('get', { webhookId: byId('={{ $json.id }}') });

	it('are handled one by one and stay paired', async () => {
		const smile = await smileWith(worlds, 3);

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
		const smile = await smileWith(worlds, 2);
		const [first] = smile.webhooks.all;

		const error = await thrownBy(
			runAction({ smile, items: items(first.id, 'unknown'), parameters }),
		);

		expect(error.context?.itemIndex).toBe(1);
		expect(error.message).toMatch(/MISSING_RESOURCE: .*, request [0-9a-f-]{36}/);
	});

	it('go on after an error when the workflow says so', async () => {
		const smile = await smileWith(worlds, 2);
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
		const smile = await smileWith(worlds, 1);

		const error = await thrownBy(
			runAction({ smile, parameters: webhook('delete', { webhookId: byId('') }) }),
		);

		expect(error.message).toBe('The field Webhook holds nothing');
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
