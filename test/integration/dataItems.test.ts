import { runAction, searchList } from '../support/contexts/runAction';
import { SmileRefusal } from '../support/smile/envelope';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { readableResources } from '../support/readableResources';
import { Worlds } from '../support/world';
import { jsonOf, kindOf, peopleAt, read } from '../support/dataReading';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const rows = readableResources;

describe('several items', () => {
	it('each give their own records, paired with the item', async () => {
		const smile = await peopleAt(worlds, 2);
		const accounts = smile.data.all('accounts').map(({ id }) => id);

		const items = await runAction({
			smile,
			items: accounts.map((id) => ({ json: { id } })),
			parameters: {
				resource: 'contribution',
				operation: 'getAll',
				filters: { sourceId: '={{ $json.id }}' },
			},
		});

		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			...Array<object>(12).fill({ item: 0 }),
			...Array<object>(12).fill({ item: 1 }),
		]);
	});

	it('go on after one that fails, when the workflow continues', async () => {
		const smile = await peopleAt(worlds, 1);
		const [{ id }] = smile.data.all('ratings');

		const items = await runAction({
			smile,
			continueOnFail: true,
			items: ['nobody', id].map((ratingId) => ({ json: { ratingId } })),
			parameters: {
				resource: 'rating',
				operation: 'get',
				ratingId: { __rl: true, mode: 'id', value: '={{ $json.ratingId }}' },
			},
		});

		expect(items).toHaveLength(2);
		expect(items[0]).toMatchObject({
			json: { error: expect.stringContaining('nobody') as string },
			pairedItem: { item: 0 },
		});
		expect(items[1]).toMatchObject({ json: { id }, pairedItem: { item: 1 } });
	});
});

describe('a list whose second page fails', () => {
	async function smileWithoutSecondPage(): Promise<SimulatedSmile> {
		const smile = await worlds.startSmile();
		smile.data.transactions(400);
		const { data } = smile;
		const listOf = data.listOf.bind(data);
		let looks = 0;
		data.listOf = (kind) => {
			if (kind === 'transactions' && (looks += 1) === 2) {
				throw new SmileRefusal('INVALID_PARAMETERS', 'The cursor has expired');
			}
			return listOf(kind);
		};
		return smile;
	}

	it('still gives the first page, then the error, when the workflow continues', async () => {
		const smile = await smileWithoutSecondPage();

		const items = await runAction({
			smile,
			continueOnFail: true,
			parameters: { resource: 'transaction', operation: 'getAll', returnAll: true },
		});

		expect(items).toHaveLength(151);
		expect(jsonOf(items.slice(0, 150))).toEqual(smile.data.all('transactions').slice(0, 150));
		expect(items[150]).toMatchObject({
			json: { error: expect.stringContaining('The cursor has expired') as string },
			pairedItem: { item: 0 },
		});
	});

	it('fails the node otherwise', async () => {
		const smile = await smileWithoutSecondPage();

		await expect(read(smile, 'transaction', { returnAll: true })).rejects.toThrow(
			'Could not read the transactions',
		);
	});
});

describe('the list of a resource’s field', () => {
	const search = async (smile: SimulatedSmile, resource: string, filter?: string, from?: string) =>
		await searchList('searchRecords', {
			smile,
			parameters: { resource },
			filter,
			paginationToken: from,
		});

	it.each(rows.filter(([, { label }]) => label))(
		'names each of the %s records and gives its id',
		async (value, resource) => {
			const smile = await peopleAt(worlds, 6);
			const records = smile.data.all(kindOf(resource));

			const { results } = await search(smile, value);

			const ids = records.map(({ id }) => id);
			expect(results.map((entry) => entry.value).sort()).toEqual([...ids].sort());
			expect(results.filter(({ name, value: id }) => name === id)).toEqual([]);
		},
	);

	it('finds by what an entry says, over pages without a match', async () => {
		const smile = await peopleAt(worlds, 320);
		const wanted = smile.data.all('identities')[310];

		const found = await search(smile, 'identity', String(wanted.id).toUpperCase());

		expect(found.results.map(({ value }) => value)).toEqual([wanted.id]);
		expect(smile.journal.of('GET', '/identities')).toHaveLength(3);
	});

	it('goes on where it ended', async () => {
		const smile = await peopleAt(worlds, 160);

		const first = await search(smile, 'user');
		const second = await search(smile, 'user', undefined, String(first.paginationToken));

		expect([first.results.length, second.results.length]).toEqual([150, 10]);
		expect(second.paginationToken).toBeUndefined();
	});

	it('is empty for a resource whose records cannot be told apart', async () => {
		const smile = await peopleAt(worlds, 1);

		expect(await search(smile, 'transaction')).toEqual({ results: [] });
		expect(smile.journal.entries).toEqual([]);
	});

	it('says what Smile refused to list', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 403, path: '/users' });

		await expect(search(smile, 'user')).rejects.toThrow('Could not read the users');
	});
});
