import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { readableResources } from '../support/readableResources';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { peopleAt, read } from '../support/dataReading';
import { byId } from '../support/picked';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const rows = readableResources;

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
		const smile = await peopleAt(worlds, 3);

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
		const smile = await peopleAt(worlds, 3);

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
		const smile = await peopleAt(worlds, 3);

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
		const smile = await peopleAt(worlds, 3);
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
			description: expect.stringContaining('Enter it as in ') as string,
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
		const smile = await peopleAt(worlds, 1);
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
		const smile = await peopleAt(worlds, 1);
		const [{ id }] = smile.data.all('accounts');

		const [item] = await get(smile, 'account', id, { includePayload });

		expect('payload' in item.json).toBe(isThere);
	});

	it('is not guessed at, and nothing is read', async () => {
		const smile = await peopleAt(worlds, 1);
		const [{ id }] = smile.data.all('accounts');

		const error = await thrownBy(get(smile, 'account', id, { includePayload: '={{ 1 }}' }));

		expect(error.message).toBe('The field Include Payload holds neither true nor false');
		expect(smile.journal.entries).toEqual([]);
	});

	it('is not asked for unless somebody wants it', async () => {
		const smile = await peopleAt(worlds, 1);
		const [{ id }] = smile.data.all('accounts');

		const [item] = await get(smile, 'account', id, {});

		expect(item.json).not.toHaveProperty('payload');
		expect(smile.journal.entries).toHaveLength(1);
	});

	function bare(record: object): object {
		return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'metadata'));
	}
});
