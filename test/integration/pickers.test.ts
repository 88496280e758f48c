import type { INodeListSearchResult } from 'n8n-workflow';

import { searchList } from '../support/contexts/runAction';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const valuesOf = ({ results }: INodeListSearchResult) => results.map(({ value }) => value);

/** A list to pick from: how it is filled, and renamed in one place. */
interface Picker {
	plural: string;
	path: string;
	idAt(smile: SimulatedSmile, index: number): string;
	fill(smile: SimulatedSmile, count: number): void;
	rename(smile: SimulatedSmile, index: number, name: string): string;
	open(smile: SimulatedSmile, filter?: string, from?: string): Promise<INodeListSearchResult>;
}

const webhooks: Picker = {
	plural: 'webhooks',
	path: '/webhooks',
	fill: addWebhooks,
	idAt: (smile, index) => smile.webhooks.all[index].id,
	rename(smile, index, name) {
		const hook = smile.webhooks.all[index];
		hook.name = name;
		return hook.id;
	},
	open: async (smile, filter, paginationToken) =>
		await searchList('searchWebhooks', { smile, filter, paginationToken }),
};

const documents: Picker = {
	plural: 'documents',
	path: '/documents',
	fill({ data }, count) {
		// The list is sorted by it, and a second may begin in between.
		const moment = '2026-03-05T08:00:00Z';
		for (let index = 0; index < count; index += 1) {
			data.add('documents', { id: `d-${index}`, name: `Payslip ${index}`, createdAt: moment });
		}
	},
	idAt: ({ data }, index) => data.all('documents')[index].id,
	rename(smile, index, name) {
		const id = documents.idAt(smile, index);
		smile.data.change('documents', id, { name });
		return id;
	},
	open: async (smile, filter, paginationToken) =>
		await searchList('searchRecords', {
			smile,
			parameters: { resource: 'document' },
			filter,
			paginationToken,
		}),
};

describe.each([webhooks, documents])('the list of $plural to pick from', (picker) => {
	async function smileWith(count: number): Promise<SimulatedSmile> {
		const smile = await worlds.startSmile();
		picker.fill(smile, count);
		return smile;
	}
	const lists = (smile: SimulatedSmile) => smile.journal.of('GET', picker.path);

	it('comes a page at a time', async () => {
		const smile = await smileWith(200);

		const first = await picker.open(smile);
		const second = await picker.open(smile, undefined, String(first.paginationToken));

		expect([first.results.length, second.results.length]).toEqual([150, 50]);
		expect(second.paginationToken).toBeUndefined();
	});

	it('is searched beyond its first page', async () => {
		const smile = await smileWith(400);
		const id = picker.rename(smile, 200, 'Needle');

		const found = await picker.open(smile, 'needle');

		expect(found).toEqual({ results: [expect.objectContaining({ value: id })] });
	});

	it('shows the later hits beside an early one', async () => {
		const smile = await smileWith(400);
		const ids = [3, 200, 399].map((index) => picker.rename(smile, index, `Needle ${index}`));

		const found = await picker.open(smile, 'NEEDLE');

		expect(valuesOf(found)).toEqual(ids);
	});

	it('goes on behind the hits it has shown', async () => {
		const smile = await smileWith(400);
		const ids = Array.from({ length: 60 }, (_none, index) =>
			picker.rename(smile, 120 + index, `Needle ${index}`),
		);

		const first = await picker.open(smile, 'needle');
		const second = await picker.open(smile, 'needle', String(first.paginationToken));

		expect(valuesOf(first)).toEqual(ids.slice(0, 30));
		expect(valuesOf(second)).toEqual(ids.slice(30));
	});

	it('finds an ID that was typed whole with one request', async () => {
		const smile = await smileWith(400);
		const id = picker.idAt(smile, 399);

		const found = await picker.open(smile, ` ${id} `);

		expect(valuesOf(found)).toEqual([id]);
		expect(lists(smile)).toEqual([]);
	});

	it('finds part of an ID, which Smile knows nothing by', async () => {
		const smile = await smileWith(3);
		const id = picker.idAt(smile, 2);

		const found = await picker.open(smile, id.slice(1));

		expect(valuesOf(found)).toEqual([id]);
	});

	it('does not put an e-mail address, or words, into the address of a request', async () => {
		const smile = await smileWith(1);

		await picker.open(smile, 'maria@example.com');
		await picker.open(smile, 'Maria Santos');

		expect(smile.journal.entries.map(({ path }) => path)).toEqual([picker.path, picker.path]);
	});

	it('is searched so far only, and says so', async () => {
		const smile = await smileWith(3_100);
		const early = picker.rename(smile, 7, 'Needle');
		picker.rename(smile, 3_050, 'Needle');

		const found = await picker.open(smile, 'needle');

		expect(found).toEqual({
			results: [
				{
					name: `Not all ${picker.plural} were searched: type a whole ID to find any other`,
					value: '',
				},
				expect.objectContaining({ value: early }),
			],
		});
		expect(lists(smile)).toHaveLength(20);
	});

	it('ends where Smile sends the same cursor again, and says so', async () => {
		const smile = await smileWith(1);
		const [item] = (await picker.open(smile)).results;
		const body = {
			code: 'OK',
			data: { nextCursor: 'again', items: [{ id: item.value, url: 'https://receiver.example' }] },
		};
		smile.faults.next({ kind: 'otherEnvelope', path: picker.path, body, times: Infinity });
		smile.journal.clear();

		const { results, paginationToken } = await picker.open(smile);

		expect(lists(smile)).toHaveLength(2);
		expect(paginationToken).toBeUndefined();
		expect(results[0].name).toContain('Not all');
	});

	it('passes over what has no ID', async () => {
		const smile = await worlds.startSmile();
		const items = [{ name: 'Nameless', url: 'https://receiver.example' }, { id: null }];
		const body = { code: 'OK', data: { items } };
		smile.faults.next({ kind: 'otherEnvelope', path: picker.path, body });

		expect(await picker.open(smile)).toEqual({ results: [] });
	});

	it('says what Smile refused to list, also when a whole ID was typed', async () => {
		const smile = await smileWith(1);
		smile.faults.next({ kind: 'status', status: 403, path: picker.path, times: 2 });

		const error = await thrownBy(picker.open(smile, picker.idAt(smile, 0)));

		expect(error.message).toContain(`Could not read the ${picker.plural}`);
	});

	it('does not hide a page that Smile refused behind the ones before it', async () => {
		const smile = await smileWith(400);
		picker.rename(smile, 3, 'Needle');
		smile.faults.next({ kind: 'status', status: 403, path: picker.path, skip: 1 });

		const error = await thrownBy(picker.open(smile, 'the needle'));

		expect(error.message).toContain(`Could not read the ${picker.plural}`);
	});
});

describe('the list of webhooks to pick from', () => {
	it('shows name and address', async () => {
		const smile = await worlds.startSmile();
		addWebhooks(smile, 1);

		const [{ name }] = (await webhooks.open(smile)).results;

		expect(name).toBe('Hook 0 (https://receiver.example.test/0)');
	});

	it.each([
		['HOOK 17', 1],
		['example.test/3', 3],
		['nowhere', 0],
	])('finds by %j', async (filter, count) => {
		const smile = await worlds.startSmile();
		addWebhooks(smile, 21);

		const { results } = await webhooks.open(smile, filter);

		expect(results).toHaveLength(count);
	});

	it('never shows a secret, nor finds by it', async () => {
		const smile = await worlds.startSmile();
		smile.webhooks.add({ secret: 'dummy-secret-of-a-webhook' });

		const all = await webhooks.open(smile);
		const bySecret = await webhooks.open(smile, 'dummy-secret');

		expect(JSON.stringify(all)).not.toContain('dummy-secret');
		expect(bySecret.results).toEqual([]);
	});

	it('says why it is empty when the key is wrong', async () => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(
			searchList('searchWebhooks', { smile, credential: { apiKey: 'dummy-wrong' } }),
		);

		expect(error.message).toContain('refused the API key');
	});
});
