import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const idOfItem = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
const operations: Record<string, INodeParameters> = {
	create: {
		name: '={{ $json.name }}',
		url: 'https://receiver.example.test/smile',
		events: ['USER_CREATED'],
	},
	delete: { webhookId: idOfItem },
	update: { webhookId: idOfItem, updateFields: { name: '={{ $json.name }}' } },
};
const names = ['One', 'Two', ''];

async function threeAt(): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	addWebhooks(smile, 3);
	return smile;
}

/** The third item fails: it has no name, or its webhook is gone. */
function itemsFor({ webhooks }: SimulatedSmile) {
	const items = webhooks.all.map(({ id }, place) => ({ json: { id, name: names[place] } }));
	webhooks.remove(items[2].json.id);
	return items;
}

describe('an error in a later item', () => {
	it.each(Object.keys(operations))('of %s names what was done before it', async (operation) => {
		const smile = await threeAt();
		const items = itemsFor(smile);
		const before = new Set(smile.webhooks.all.map(({ id }) => id));

		const error = await thrownBy(
			runAction({
				smile,
				items,
				parameters: { resource: 'webhook', operation, ...operations[operation] },
			}),
		);

		const made = smile.webhooks.all.map(({ id }) => id).filter((id) => !before.has(id));
		const done = operation === 'delete' ? [...before] : made;
		expect(done).toHaveLength(2);
		expect(error.context?.itemIndex).toBe(2);
		expect(error.description).toContain(`Done before this: ${done.join(', ')}. `);
		expect(error.description?.length).toBeGreaterThan(150);
	});

	it('names the users of link tokens, which need not have an id of their own', async () => {
		const smile = await worlds.startSmile();
		const body = {
			code: 'CREATED',
			message: 'Success',
			requestId: 'r',
			data: { accessToken: 't' },
		};
		smile.faults.next({ kind: 'otherEnvelope', status: 201, path: '/tokens', times: 2, body });

		const error = await thrownBy(
			runAction({
				smile,
				items: ['u-1', 'u-2', 'u-unknown'].map((id) => ({ json: { id } })),
				parameters: { resource: 'user', operation: 'createToken', userId: idOfItem },
			}),
		);

		expect(error.description).toContain('Done before this: u-1, u-2. ');
	});

	it('names what was done before it when somebody stops the execution while Smile is slow', async () => {
		const smile = await threeAt();
		const [first, second] = itemsFor(smile);
		const stop = new AbortController();
		smile.faults.next({ kind: 'slow', ms: 10_000, method: 'DELETE', skip: 1 });
		const error = thrownBy(
			runAction({
				smile,
				items: [first, second],
				abortSignal: stop.signal,
				continueOnFail: true,
				parameters: { resource: 'webhook', operation: 'delete', ...operations.delete },
			}),
		);
		await smile.journal.waitFor(({ path }) => path.endsWith(second.json.id));

		stop.abort();

		const { description } = await error;
		expect(description).toContain(`Done before this: ${first.json.id}. `);
		expect(description).toContain(`delete the webhook ${second.json.id}`);
	});

	it.each([
		['of an operation that reads', 'get', { webhookId: idOfItem }, false],
		['when the workflow continues', 'delete', { webhookId: idOfItem }, true],
	])('names nothing %s', async (_when, operation, fields, continueOnFail) => {
		const smile = await threeAt();
		const items = itemsFor(smile);
		const parameters = { resource: 'webhook', operation, ...fields };

		const said = await runAction({ smile, items, parameters, continueOnFail }).then(
			(output) => String(output[2].json.description),
			(error: { description?: string }) => error.description,
		);

		expect(said).toBeTruthy();
		expect(said).not.toContain('Done before');
	});

	it('names nothing where it is the first', async () => {
		const smile = await threeAt();
		const [, , gone] = itemsFor(smile);

		const error = await thrownBy(
			runAction({
				smile,
				items: [gone],
				parameters: { resource: 'webhook', operation: 'delete', ...operations.delete },
			}),
		);

		expect(error.description).not.toContain('Done before');
	});
});

describe('a request that writes and gets no answer', () => {
	const create = { resource: 'webhook', operation: 'create', ...operations.create };
	const items = [{ json: { name: 'One' } }];

	it('may have happened, as the item says when the workflow continues', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'answerLost', method: 'POST' });
		smile.faults.next({ kind: 'status', status: 403, method: 'GET', skip: 1 });

		const [item] = await runAction({ smile, items, continueOnFail: true, parameters: create });

		expect(smile.webhooks.all).toHaveLength(1);
		expect(item.json.mayHaveHappened).toBe(true);
		expect(item.json.description).toMatch(
			/^Look for it with Get Many before you run this again\. Smile may have done it all the same\./,
		);
	});

	it.each([
		['a refused one', { kind: 'status', status: 400, method: 'POST' } as const],
		['a request before it', { kind: 'status', status: 403, method: 'GET' } as const],
	])('is not meant by %s', async (_what, fault) => {
		const smile = await worlds.startSmile();
		smile.faults.next(fault);

		const [item] = await runAction({ smile, items, continueOnFail: true, parameters: create });

		expect(smile.webhooks.all).toEqual([]);
		expect(item.json.error).toBeTruthy();
		expect(item.json).not.toHaveProperty('mayHaveHappened');
		expect(item.json.description).not.toContain('all the same');
	});
});
