import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { searchList } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const open = async (
	smile: SimulatedSmile,
	resource: string,
	filter?: string,
): Promise<INodeListSearchResult['results']> =>
	(
		await searchList('searchRecords', {
			smile,
			parameters: { resource },
			timezone: 'Asia/Manila',
			filter,
		})
	).results;
const namesOf = (results: INodeListSearchResult['results']) => results.map(({ name }) => name);

async function smileWith(
	kind: 'users' | 'accounts' | 'invites' | 'identities',
	...records: IDataObject[]
) {
	const smile = await worlds.startSmile();
	for (const record of records) smile.data.add(kind, record as never);
	return smile;
}

describe('people in a list to pick from', () => {
	const at = { createdAt: '2026-03-04T05:06:07Z', session: { status: 'IN_PROGRESS' } };

	it('are told apart by their metadata, their state and when they were made, in local time', async () => {
		const smile = await smileWith(
			'users',
			{ ...at, id: 'acme-1', externalMetadata: { application: 'APP-2026-0042', branch: 'Cebu' } },
			{ ...at, id: 'acme-2', externalMetadata: null },
		);

		expect(namesOf(await open(smile, 'user'))).toEqual([
			'APP-2026-0042, Cebu, In Progress, 2026-03-04 13:06 (acme-1)',
			'In Progress, 2026-03-04 13:06 (acme-2)',
		]);
	});

	it('show two short values of it, and no e-mail address', async () => {
		const externalMetadata = {
			email: 'maria@example.com',
			note: 'A long story of how somebody came to apply for a loan',
			branch: 'Cebu',
			phone: '+63 917 000 0000',
		};
		const smile = await smileWith('users', { ...at, id: 'acme-1', externalMetadata });

		expect(namesOf(await open(smile, 'user'))).toEqual([
			'A long story of how somebody came to ap…, Cebu, In Progress, 2026-03-04 13:06 (acme-1)',
		]);
	});

	it('say what Smile wrote where it is no time', async () => {
		const smile = await smileWith('users', { id: 'acme-1', createdAt: '2026-13-45T05:06:07Z' });

		expect(namesOf(await open(smile, 'user'))).toEqual(['2026-13-45T05:06:07Z (acme-1)']);
	});

	it('come newest first', async () => {
		const days = ['02', '28', '11'];
		const smile = await smileWith(
			'users',
			...days.map((day) => ({ id: `acme-${day}`, createdAt: `2026-02-${day}T05:06:07Z` })),
		);

		const ids = (await open(smile, 'user')).map(({ value }) => value);
		expect(ids).toEqual(['acme-28', 'acme-11', 'acme-02']);
	});

	it('who were invited are found by an address that the list does not show', async () => {
		const smile = await smileWith('invites', {
			id: 'iv-0001',
			fullName: 'Maria Santos',
			email: 'maria@example.com',
			status: 'EMAIL_OPENED',
			createdAt: '2026-03-04T05:06:07Z',
		});

		const names = namesOf(await open(smile, 'invite', 'maria@example'));
		expect(names).toEqual(['Maria Santos, Email Opened, 2026-03-04 13:06 (iv-0001)']);
	});

	it('do not show when they were born', async () => {
		const smile = await smileWith('identities', {
			id: 'i-0001',
			fullName: 'Maria Santos',
			dob: '1991-07-23',
			metadata: { itemCreatedAt: '2026-03-04T05:06:07Z' },
		});

		expect(namesOf(await open(smile, 'identity'))).toEqual([
			'Maria Santos, 2026-03-04 13:06 (i-0001)',
		]);
	});
});

describe('accounts in a list to pick from', () => {
	const account = (id: string, providerId: string): IDataObject => ({
		id,
		providerId,
		connectionStatus: 'CONNECTED',
		createdAt: '2026-03-04T05:06:07Z',
	});
	async function smileWithAccounts() {
		const smile = await smileWith(
			'accounts',
			account('a-0001', 'sss_ph'),
			account('a-0002', 'lost_ph'),
		);
		const name = 'Social Security System';
		smile.data.add('providers', { id: 'sss_ph', name });
		return { smile, name };
	}

	it('are named after their provider, asked for once', async () => {
		const { smile, name } = await smileWithAccounts();

		expect(namesOf(await open(smile, 'account'))).toEqual([
			`${name}, Connected, 2026-03-04 13:06 (a-0001)`,
			'lost_ph, Connected, 2026-03-04 13:06 (a-0002)',
		]);
		const [asked, ...more] = smile.journal.of('GET', '/providers');
		expect(asked.query).toMatchObject({ ids: 'sss_ph,lost_ph' });
		expect(more).toEqual([]);
	});

	it('are found by name, by the id of the provider, and by their own', async () => {
		const { smile, name } = await smileWithAccounts();

		for (const sought of [name, 'sss_ph', 'a-0001', '0001']) {
			const found = await open(smile, 'account', sought);

			expect(found.map((entry) => entry.value)).toEqual(['a-0001']);
			expect(found[0].name).toContain(name);
		}
	});

	it('are named by the id where Smile gives no names', async () => {
		const { smile } = await smileWithAccounts();
		smile.faults.next({ kind: 'status', status: 403, path: '/providers' });

		expect(namesOf(await open(smile, 'account'))[0]).toContain('sss_ph, Connected');
	});
});

describe('webhooks in a list to pick from', () => {
	it('say which of them are of test runs', async () => {
		const smile = await worlds.startSmile();
		const address = (path: string) => `https://n8n.example.test/${path}/0a1b/webhook`;
		smile.webhooks.add({ name: 'n8n: Payroll', url: address('webhook') });
		smile.webhooks.add({ name: 'n8n: Payroll', url: address('webhook-test') });

		const { results } = await searchList('searchWebhooks', { smile });

		expect(namesOf(results).sort()).toEqual([
			`n8n: Payroll (${address('webhook')})`,
			`n8n: Payroll (test run) (${address('webhook-test')})`,
		]);
	});
});
