import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../nodes/Smile/actions/resources';
import { smileNode } from '../support/contexts/packageClasses';
import { smileTool } from '../support/contexts/smileTool';
import { runAction } from '../support/contexts/runAction';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

async function resultsOf(smile: SimulatedSmile, fields: unknown, parameters: INodeParameters) {
	const options = { fields } as INodeParameters;
	const given = { smile, nodeType: await smileTool(), parameters: { ...parameters, options } };
	return (await runAction(given)).map(({ json }) => json);
}

const manyWebhooks = { resource: 'webhook', operation: 'getAll', returnAll: true };

describe('the option Fields of the node as a tool', () => {
	it.each(['id, active', ['id', 'active'], 'active\nid'])(
		'returns only what %j names',
		async (fields) => {
			const smile = await worlds.startSmile();
			addWebhooks(smile, 2);

			expect(await resultsOf(smile, fields, manyWebhooks)).toEqual(
				smile.webhooks.all.map(({ id, active }) => ({ id, active })),
			);
		},
	);

	it('leads into a field with a dot, and leaves out what a record does not have', async () => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		const [{ id, metadata }] = smile.data.of('incomes', accountId);
		const { sourceId } = metadata as { sourceId: string };

		const incomes = await resultsOf(smile, 'id, metadata.sourceId, nothing', {
			resource: 'income',
			operation: 'getAll',
			simplify: false,
			filters: { sourceIds: accountId },
		});

		expect(incomes[0]).toEqual({ id, 'metadata.sourceId': sourceId });
	});

	it('keeps what says that something is missing', async () => {
		const smile = await worlds.startSmile();
		const event = { id: 'et-1', type: 'INCOMES_ADDED', data: { accountId: 'a-unknown', count: 1 } };

		const [item] = await resultsOf(smile, 'record', {
			resource: 'event',
			operation: 'getData',
			event: JSON.stringify(event),
		});

		expect(item).toEqual({ record: null, gone: true, reason: expect.any(String) });
	});

	it('keeps the id of what was made', async () => {
		const smile = await worlds.startSmile();
		const [made] = await resultsOf(smile, 'active', {
			resource: 'webhook',
			operation: 'create',
			name: 'Payroll',
			url: 'https://receiver.example.test/smile',
			events: ['ALL_EVENTS'],
		});

		expect(made).toEqual({ id: smile.webhooks.all[0].id, active: true });
	});

	it.each(['', ',', null, []])('that holds %j stops the item', async (fields) => {
		const smile = await worlds.startSmile();
		addWebhooks(smile, 2);

		const error = await thrownBy(resultsOf(smile, fields, manyWebhooks));

		expect(error.message).toContain('Fields');
		expect(smile.journal.entries).toEqual([]);
	});

	it('is there for every operation, once', async () => {
		const { properties } = (await smileNode()).description;
		const operations = Object.entries(resources).flatMap(([resource, { operations: all }]) =>
			all.map(({ option }) => [resource, option.value]),
		);
		const missing = operations.filter(([resource, operation]) => {
			const shown = properties.filter(
				({ displayOptions }) =>
					displayOptions?.show?.resource?.includes(resource) &&
					displayOptions.show.operation?.includes(operation),
			);
			const options = shown.filter(({ name }) => name === 'options');
			const fields = options.flatMap(({ options: inner = [] }) =>
				inner.filter(({ name }) => name === 'fields'),
			);
			return options.length !== 1 || fields.length !== 1;
		});

		expect(operations.length).toBeGreaterThan(80);
		expect(missing).toEqual([]);
	});
});
