import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { SmileResource } from '../../nodes/Smile/actions/resource';
import { runAction, searchList } from '../support/contexts/runAction';
import { addWebhooks } from '../support/smile/addWebhooks';
import { SmileRefusal } from '../support/smile/envelope';
import type { Kind } from '../support/smile/data/kinds';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { readableResources } from '../support/readableResources';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const rows = readableResources;
const byId = (id: string) => ({ __rl: true, mode: 'id', value: id });
const kindOf = ({ path }: SmileResource) => path.slice(1) as Kind;
const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

async function peopleAt(count: number): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	smile.data.people(count, { account: 'connected' });
	return smile;
}

async function read(smile: SimulatedSmile, resource: string, fields: INodeParameters = {}) {
	return await runAction({ smile, parameters: { resource, operation: 'getAll', ...fields } });
}

describe.each(rows)('the resource %s', (value, resource) => {
	it('gives one record with every field that Smile sent', async () => {
		const smile = await peopleAt(6);
		const [record] = smile.data.all(kindOf(resource));

		const parameters = { resource: value, operation: 'get', [`${value}Id`]: byId(record.id) };
		const items = await runAction({ smile, parameters: { ...parameters, simplify: false } });

		expect(jsonOf(items)).toEqual([record]);
	});

	it('gives all records with every field that Smile sent', async () => {
		const smile = await peopleAt(6);

		const items = await read(smile, value, { returnAll: true, simplify: false });

		expect(items.length).toBeGreaterThan(0);
		expect(jsonOf(items)).toEqual(smile.data.all(kindOf(resource)));
	});

	it('has a simplified form of at most ten fields exactly when a record has more', async () => {
		const smile = await peopleAt(6);
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
		const smile = await peopleAt(60);

		const items = await read(smile, 'user');

		expect(items).toHaveLength(50);
		expect(smile.journal.of('GET', '/users').map(({ query }) => query)).toEqual([{ size: '50' }]);
	});

	it('follows the cursor to a limit beyond one page', async () => {
		const smile = await peopleAt(1);
		smile.data.transactions(400);

		const items = await read(smile, 'transaction', { limit: 200 });

		expect(jsonOf(items)).toEqual(smile.data.all('transactions').slice(0, 200));
		expect(smile.journal.of('GET', '/transactions')).toHaveLength(2);
	});

	it('is read to its end in pages of 150', async () => {
		const smile = await peopleAt(1);
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
		const smile = await peopleAt(1);

		const [item] = await read(smile, 'income', { limit: 1, simplify });

		expect(Object.keys(item.json).length <= 10).toBe(isShort);
	});

	it.each(['={{ "no" }}', '={{ undefined }}'])('stops the item at %s', async (simplify) => {
		const smile = await peopleAt(1);

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
		const smile = await peopleAt(3);

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
		const smile = await peopleAt(3);
		addWebhooks(smile, 3);

		expect(await read(smile, resource, { limit: '={{ "2" }}' })).toHaveLength(2);
	});

	it.each([
		['true', 3],
		['False', 1],
	])('counts unless Return All is %j', async (word, count) => {
		const smile = await peopleAt(3);
		addWebhooks(smile, 3);
		const fields = { limit: 1, returnAll: `={{ "${word}" }}` };

		expect(await read(smile, 'user', fields)).toHaveLength(count);
		expect(await read(smile, 'webhook', fields)).toHaveLength(count);
	});

	it.each(['={{ undefined }}', '={{ 1 }}', '={{ "yes" }}'])(
		'is not guessed where Return All is %j',
		async (returnAll) => {
			const smile = await peopleAt(3);

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
		const smile = await peopleAt(2);
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
			const smile = await peopleAt(2);

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

describe('filters', () => {
	const entered: Record<string, [entered: string | boolean, sent: string]> = {
		accountConnection: [true, 'true'],
		active: [false, 'false'],
		enabled: [true, 'true'],
		endDate: ['2026-01-07T00:00:00', '2026-01-07'],
		endMonth: ['2026-02', '2026-02'],
		fileType: [' PAYSLIP ', 'PAYSLIP'],
		ids: ['pasada_rides, padala_riders', 'pasada_rides,padala_riders'],
		name: ['Pasada Rides', 'Pasada Rides'],
		sourceId: ['a-1', 'a-1'],
		startDate: ['2026-01-05T23:30:00.000-08:00', '2026-01-05'],
		startMonth: ['2025-02-28', '2025-02'],
		subType: ['PAYROLL', 'PAYROLL'],
		topIds: ['sagip_fund', 'sagip_fund'],
		type: ['GIG', 'GIG'],
		userId: ['acme-1', 'acme-1'],
	};

	it.each(rows.filter(([, { filters }]) => filters.length > 0))(
		'of %s are sent under Smile’s names in Smile’s form',
		async (value, { path, filters }) => {
			const smile = await worlds.startSmile();
			const filled = Object.fromEntries(filters.map((name) => [name, entered[name][0]]));

			await read(smile, value, { filters: filled });

			const expected = Object.fromEntries(filters.map((name) => [name, entered[name][1]]));
			expect(smile.journal.of('GET', path)[0]).toMatchObject({
				status: 200,
				query: { size: '50', ...expected },
			});
		},
	);

	it('that were not added are not sent', async () => {
		const smile = await peopleAt(3);

		const items = await read(smile, 'income');

		expect(items.length).toBeGreaterThan(0);
		expect(smile.journal.of('GET', '/incomes')[0].query).toEqual({ size: '50' });
	});

	const labels: Record<string, string> = {
		accountConnection: 'Account Connection',
		ids: 'IDs',
		sourceId: 'Source ID',
		startDate: 'Start Date',
		startMonth: 'Start Month',
		subType: 'Subtype',
		topIds: 'Top IDs',
		userId: 'User ID',
	};
	const nothing = [
		null,
		'',
		' ',
		'={{ undefined }}',
		'={{ null }}',
		'={{ [] }}',
		'={{ $json.absent }}',
	];
	const resourceWith: Record<string, string> = {
		accountConnection: 'provider',
		ids: 'provider',
		startMonth: 'estimatedIncome',
		subType: 'provider',
		topIds: 'provider',
	};
	it.each(
		Object.entries(labels).flatMap(([name, label]) =>
			nothing.map((value) => ({ name, label, value })),
		),
	)('stop the item when $label was added and holds $value', async ({ name, label, value }) => {
		const smile = await peopleAt(3);

		const error = await thrownBy(
			read(smile, resourceWith[name] ?? 'income', { filters: { [name]: value } as never }),
		);

		expect(error.message).toMatch(
			new RegExp(`^The field ${label} (holds nothing|holds a list, not text)$`),
		);
		expect(error.description).toContain('or remove it');
		expect(error.context?.itemIndex).toBe(0);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(['.', '..', './', '={{ "../" }}'])('stop the item when User ID is %j', async (userId) => {
		const smile = await peopleAt(3);

		const error = await thrownBy(read(smile, 'income', { filters: { userId } }));

		expect(error.message).toBe('The field User ID holds nothing');
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(['true', 'FALSE'])('take the word %j for a switch', async (active) => {
		const smile = await worlds.startSmile();

		await read(smile, 'provider', { filters: { enabled: active } });

		const [{ query }] = smile.journal.of('GET', '/providers');
		expect(query).toMatchObject({ enabled: active.toLowerCase() });
	});

	it.each([
		['income', { userId: '={{ { a: 1 } }}' }, 'The field User ID holds an object, not text'],
		['income', { userId: '={{ ["a"] }}' }, 'The field User ID holds a list, not text'],
		['provider', { enabled: '={{ 1 }}' }, 'The field Enabled holds neither true nor false'],
	])('of %s refuse %j', async (resource, filters, message) => {
		const smile = await worlds.startSmile();

		await expect(read(smile, resource, { filters: { ...filters } as never })).rejects.toThrow(
			message,
		);
		expect(smile.journal.entries).toEqual([]);
	});

	it('let only the records of one account through', async () => {
		const smile = await peopleAt(3);
		const [, { accountId }] = smile.data.people(2, { account: 'connected' });

		const items = await read(smile, 'income', { filters: { sourceId: accountId } });

		expect(items).toHaveLength(6);
		expect(new Set(items.map(({ json }) => json.sourceId))).toEqual(new Set([accountId]));
	});

	it.each([
		['income', 'startDate', 'soon', 'Start Date'],
		['income', 'endDate', '2026-13-01', 'End Date'],
		['estimatedIncome', 'startMonth', '26-1', 'Start Month'],
		['provider', 'topIds', 'a,b,c,d,e,f,g,h,i,j,k', 'Top IDs'],
	])('of %s refuse a %s that is %s before Smile is asked', async (resource, name, value, label) => {
		const smile = await worlds.startSmile();

		await expect(read(smile, resource, { filters: { [name]: value } })).rejects.toMatchObject({
			message: expect.stringContaining(`The field ${label} holds `) as string,
			description: expect.stringContaining('e.g.') as string,
		});
		expect(smile.journal.entries).toEqual([]);
	});
});

describe('more about one record', () => {
	const get = async (smile: SimulatedSmile, resource: string, id: string, options: object) =>
		await runAction({
			smile,
			parameters: {
				resource,
				operation: 'get',
				[`${resource}Id`]: byId(id),
				options: { ...options },
			},
		});

	it('is the payload of an account, all of it in one request', async () => {
		const smile = await peopleAt(1);
		const [{ id }] = smile.data.all('accounts');

		const [item] = await get(smile, 'account', id, { includePayload: true });

		expect(item.json).toMatchObject({
			id,
			payload: { metadata: { sourceId: id }, incomes: smile.data.of('incomes', id).map(bare) },
		});
		expect(smile.journal.of('GET', `/accounts/${id}/payload`)).toHaveLength(1);
		expect(smile.journal.entries).toHaveLength(2);
	});

	it('is null for an account whose data is gone', async () => {
		const smile = await worlds.startSmile();
		const [{ accountId }] = smile.data.people(1, { account: 'revoked' });

		const [item] = await get(smile, 'account', accountId, { includePayload: true });

		expect(item.json).toMatchObject({ connectionStatus: 'DISCONNECTED', payload: null });
	});

	it('is every status that an invite has had, beside its simplified form', async () => {
		const smile = await worlds.startSmile();
		const [{ inviteId = '' }] = smile.data.people(1, { account: 'connected', invited: true });

		const [item] = await get(smile, 'invite', inviteId, { includeLogs: true });

		expect(item.json).toMatchObject({ id: inviteId, status: 'LINKED' });
		expect(item.json.logs).toEqual(smile.data.all('inviteLogs'));
	});

	it.each([
		['={{ "true" }}', true],
		['={{ "False" }}', false],
	])('is asked for as the word %s says', async (includePayload, isThere) => {
		const smile = await peopleAt(1);
		const [{ id }] = smile.data.all('accounts');

		const [item] = await get(smile, 'account', id, { includePayload });

		expect('payload' in item.json).toBe(isThere);
	});

	it('is not guessed at, and nothing is read', async () => {
		const smile = await peopleAt(1);
		const [{ id }] = smile.data.all('accounts');

		const error = await thrownBy(get(smile, 'account', id, { includePayload: '={{ 1 }}' }));

		expect(error.message).toBe('The field Include Payload holds neither true nor false');
		expect(smile.journal.entries).toEqual([]);
	});

	it('is not asked for unless somebody wants it', async () => {
		const smile = await peopleAt(1);
		const [{ id }] = smile.data.all('accounts');

		const [item] = await get(smile, 'account', id, {});

		expect(item.json).not.toHaveProperty('payload');
		expect(smile.journal.entries).toHaveLength(1);
	});

	function bare(record: object): object {
		return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'metadata'));
	}
});

describe('several items', () => {
	it('each give their own records, paired with the item', async () => {
		const smile = await peopleAt(2);
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
		const smile = await peopleAt(1);
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
			const smile = await peopleAt(6);
			const records = smile.data.all(kindOf(resource));

			const { results } = await search(smile, value);

			const ids = records.map(({ id }) => id);
			expect(results.map((entry) => entry.value).sort()).toEqual([...ids].sort());
			expect(results.filter(({ name, value: id }) => name === id)).toEqual([]);
		},
	);

	it('finds by what an entry says, over pages without a match', async () => {
		const smile = await peopleAt(320);
		const wanted = smile.data.all('identities')[310];

		const found = await search(smile, 'identity', String(wanted.id).toUpperCase());

		expect(found.results.map(({ value }) => value)).toEqual([wanted.id]);
		expect(smile.journal.of('GET', '/identities')).toHaveLength(3);
	});

	it('goes on where it ended', async () => {
		const smile = await peopleAt(160);

		const first = await search(smile, 'user');
		const second = await search(smile, 'user', undefined, String(first.paginationToken));

		expect([first.results.length, second.results.length]).toEqual([150, 10]);
		expect(second.paginationToken).toBeUndefined();
	});

	it('is empty for a resource whose records cannot be told apart', async () => {
		const smile = await peopleAt(1);

		expect(await search(smile, 'transaction')).toEqual({ results: [] });
		expect(smile.journal.entries).toEqual([]);
	});

	it('says what was not to be read', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 403, path: '/users' });

		await expect(search(smile, 'user')).rejects.toThrow('Could not read the users');
	});
});
