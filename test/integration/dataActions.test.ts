import { runAction } from '../support/contexts/runAction';
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
