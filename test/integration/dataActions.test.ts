import { runAction } from '../support/contexts/runAction';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { readableResources } from '../support/readableResources';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { jsonOf, kindOf, peopleAt, read } from '../support/dataReading';
import { byId } from '../support/picked';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const rows = readableResources;

describe.each(rows)('the resource %s', (value, resource) => {
	it('gives one record with every field that Smile sent', async () => {
		const smile = await peopleAt(worlds, 6);
		const [record] = smile.data.all(kindOf(resource));

		const parameters = { resource: value, operation: 'get', [`${value}Id`]: byId(record.id) };
		const items = await runAction({ smile, parameters: { ...parameters, simplify: false } });

		expect(jsonOf(items)).toEqual([record]);
	});

	it('gives all records with every field that Smile sent', async () => {
		const smile = await peopleAt(worlds, 6);

		const items = await read(smile, value, { returnAll: true, simplify: false });

		expect(items.length).toBeGreaterThan(0);
		expect(jsonOf(items)).toEqual(smile.data.all(kindOf(resource)));
	});

	it('has a simplified form of at most ten fields exactly when a record has more', async () => {
		const smile = await peopleAt(worlds, 6);
		const records = smile.data.all(kindOf(resource));

		const [item] = await read(smile, value, { limit: 1 });

		const isShort = Object.keys(item.json).length <= 10;
		expect(isShort).toBe(true);
		if (resource.simplified) expect(item.json).not.toEqual(records[0]);
		else expect(item.json).toEqual(records[0]);
	});

	it('names an id that Smile does not know, the item and what to do', async () => {
		const smile = await worlds.startSmile();

		const run = runAction({
			smile,
			parameters: { resource: value, operation: 'get', [`${value}Id`]: byId('nobody') },
		});

		await expect(run).rejects.toMatchObject({
			message: expect.stringContaining(`get the ${resource.name.toLowerCase()} nobody`) as string,
			description: expect.stringMatching(/deleted/) as string,
			context: { itemIndex: 0 },
		});
	});
});

describe('a list', () => {
	it('is cut to 50 records unless said otherwise, and asks for no more', async () => {
		const smile = await peopleAt(worlds, 60);

		const items = await read(smile, 'user');

		expect(items).toHaveLength(50);
		expect(smile.journal.of('GET', '/users').map(({ query }) => query)).toEqual([{ size: '50' }]);
	});

	it('follows the cursor to a limit beyond one page', async () => {
		const smile = await peopleAt(worlds, 1);
		smile.data.transactions(400);

		const items = await read(smile, 'transaction', { limit: 200 });

		expect(jsonOf(items)).toEqual(smile.data.all('transactions').slice(0, 200));
		expect(smile.journal.of('GET', '/transactions')).toHaveLength(2);
	});

	it('is read to its end in pages of 150', async () => {
		const smile = await peopleAt(worlds, 1);
		smile.data.transactions(400);

		const items = await read(smile, 'transaction', { returnAll: true });

		expect(jsonOf(items)).toEqual(smile.data.all('transactions'));
		const queries = smile.journal.of('GET', '/transactions').map(({ query }) => query);
		expect(queries.map(({ size }) => size)).toEqual(['150', '150', '150']);
		expect(queries[0]).not.toHaveProperty('cursor');
	});

	it('comes out alike when Smile sends a bare array', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({
			kind: 'otherEnvelope',
			path: '/links',
			body: { code: 'OK', data: [{ id: 'link-1' }, { id: 'link-2' }] },
		});

		const items = await read(smile, 'link');

		expect(jsonOf(items)).toEqual([{ id: 'link-1' }, { id: 'link-2' }]);
	});

	it('gives no item when Smile has no record', async () => {
		const smile = await worlds.startSmile();

		expect(await read(smile, 'income', { returnAll: true })).toEqual([]);
	});
});

describe('the switch Simplify', () => {
	it.each([
		['={{ "true" }}', true],
		['={{ "FALSE" }}', false],
	])('does as the word %s says', async (simplify, isShort) => {
		const smile = await peopleAt(worlds, 1);

		const [item] = await read(smile, 'income', { limit: 1, simplify });

		expect(Object.keys(item.json).length <= 10).toBe(isShort);
	});

	it.each(['={{ "no" }}', '={{ undefined }}'])('stops the item at %s', async (simplify) => {
		const smile = await peopleAt(worlds, 1);

		const error = await thrownBy(read(smile, 'income', { simplify }));

		expect(error.message).toMatch(/^The field Simplify holds n/);
		expect(smile.journal.entries).toEqual([]);
	});
});

describe('a limit', () => {
	it.each([
		'={{ undefined }}',
		'={{ null }}',
		'',
		0,
		-1,
		1.5,
		'abc',
		'={{ NaN }}',
		'={{ Infinity }}',
		1e21,
	])('of %j is an error, of data and webhooks alike', async (limit) => {
		const smile = await peopleAt(worlds, 3);

		const errors = [
			await thrownBy(read(smile, 'user', { limit })),
			await thrownBy(read(smile, 'webhook', { limit })),
		];

		const [one, other] = errors.map(({ message, description }) => ({ message, description }));
		expect(one).toEqual({
			message: expect.stringMatching(/^The field Limit holds /) as string,
			description: 'Enter a whole number from 1.',
		});
		expect(other).toEqual(one);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(['user', 'webhook'])('of %s may be text', async (resource) => {
		const smile = await peopleAt(worlds, 3);
		addWebhooks(smile, 3);

		expect(await read(smile, resource, { limit: '={{ "2" }}' })).toHaveLength(2);
	});

	it.each([
		['true', 3],
		['False', 1],
	])('counts unless Return All is %j', async (word, count) => {
		const smile = await peopleAt(worlds, 3);
		addWebhooks(smile, 3);
		const fields = { limit: 1, returnAll: `={{ "${word}" }}` };

		expect(await read(smile, 'user', fields)).toHaveLength(count);
		expect(await read(smile, 'webhook', fields)).toHaveLength(count);
	});

	it.each(['={{ undefined }}', '={{ 1 }}', '={{ "yes" }}'])(
		'is not guessed where Return All is %j',
		async (returnAll) => {
			const smile = await peopleAt(worlds, 3);

			for (const resource of ['user', 'webhook']) {
				const error = await thrownBy(read(smile, resource, { returnAll }));
				expect(error.message).toMatch(/^The field Return All holds (nothing|neither)/);
			}
			expect(smile.journal.entries).toEqual([]);
		},
	);
});

describe('an id', () => {
	const get = async (smile: SimulatedSmile, resource: string, id: unknown) =>
		await runAction({
			smile,
			parameters: { resource, operation: 'get', [`${resource}Id`]: byId(id as string) },
		});

	it.each([
		'',
		' ',
		'.',
		'..',
		'./',
		'../',
		'/',
		'={{ undefined }}',
		'={{ null }}',
		'={{ [] }}',
		'={{ ({}) }}',
	])('of %j stops the item, of data and webhooks alike', async (id) => {
		const smile = await peopleAt(worlds, 2);
		addWebhooks(smile, 2);

		const user = await thrownBy(get(smile, 'user', id));
		const webhook = await thrownBy(get(smile, 'webhook', id));

		expect(user.message).toMatch(/^The field User holds (nothing|a list|an object)/);
		expect(webhook.message).toMatch(/^The field Webhook holds (nothing|a list|an object)/);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(['../tokens', '..\\tokens', '%2e%2e', '%2e%2e/tokens', 'a/../..', 'u-1?size=1', 'u-1#x'])(
		'of %j is one segment of the address',
		async (id) => {
			const smile = await peopleAt(worlds, 2);

			await thrownBy(get(smile, 'user', id));
			await thrownBy(get(smile, 'webhook', id));

			expect(smile.journal.entries.map(({ path, query }) => ({ path, query }))).toEqual(
				['users', 'webhooks'].map((list) => ({
					path: `/${list}/${encodeURIComponent(id)}`,
					query: {},
				})),
			);
		},
	);

	it('may be a number', async () => {
		const smile = await worlds.startSmile();

		await thrownBy(get(smile, 'user', '={{ 7 }}'));

		expect(smile.journal.entries.map(({ path }) => path)).toEqual(['/users/7']);
	});

	it('has at most 200 characters', async () => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(get(smile, 'user', 'u'.repeat(201)));

		expect(error.message).toBe('The field User holds 201 characters');
		expect(smile.journal.entries).toEqual([]);
	});
});
