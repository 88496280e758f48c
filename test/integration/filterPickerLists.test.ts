import type { INodeParameters } from 'n8n-workflow';

import { searchList } from '../support/contexts/runAction';
import { peopleAt } from '../support/dataReading';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('the list of the filter User ID', () => {
	const open = async (smile: SimulatedSmile, filter?: string, paginationToken?: string) =>
		await searchList('searchUsers', { smile, filter, paginationToken });
	const addUsers = (smile: SimulatedSmile, count: number) => {
		for (let index = 0; index < count; index += 1) {
			const externalMetadata = { application: `APP-${String(index).padStart(4, '0')}` };
			smile.data.add('users', { id: `acme-${index}`, externalMetadata });
		}
	};

	it('finds a person by metadata beyond the first page', async () => {
		const smile = await worlds.startSmile();
		addUsers(smile, 400);

		const { results } = await open(smile, 'app-0311');

		expect(results).toEqual([
			expect.objectContaining({ value: 'acme-311', name: 'APP-0311 (acme-311)' }),
		]);
	});

	it('finds a whole ID with one request', async () => {
		const smile = await worlds.startSmile();
		addUsers(smile, 400);

		const { results } = await open(smile, 'acme-399');

		expect(results.map(({ value }) => value)).toEqual(['acme-399']);
		expect(smile.journal.entries.map(({ path }) => path)).toEqual(['/users/acme-399']);
	});
});

describe('the list of the filter Source ID', () => {
	const open = async (
		smile: SimulatedSmile,
		given: { filter?: string; paginationToken?: string; userId?: unknown } = {},
	) => {
		const { userId, ...search } = given;
		const filters = { ...(userId === undefined ? {} : { userId }) } as INodeParameters;
		return await searchList('searchSources', {
			smile,
			parameters: { resource: 'income', filters },
			timezone: 'Asia/Manila',
			...search,
		});
	};
	const addAccounts = (smile: SimulatedSmile, count: number, userId = 'acme-1') => {
		for (let index = 0; index < count; index += 1) {
			smile.data.add('accounts', {
				id: `a-${index}`,
				userId,
				providerId: 'sss_ph',
				connectionStatus: 'CONNECTED',
				createdAt: '2026-03-04T05:06:07Z',
			});
		}
	};
	const addArchives = (smile: SimulatedSmile, count: number, userId = 'acme-1') => {
		for (let index = 0; index < count; index += 1) {
			smile.data.add('archives', {
				id: `archive-${index}`,
				userId,
				type: 'PAYSLIP',
				state: { status: 'FINISHED' },
				createdAt: '2026-03-05T17:06:07Z',
			});
		}
	};
	const valuesOf = ({ results }: Awaited<ReturnType<typeof open>>) =>
		results.map(({ value }) => value);

	it('holds accounts by the name of their provider and archives, newest first, in local time', async () => {
		const smile = await worlds.startSmile();
		smile.data.add('providers', { id: 'sss_ph', name: 'Social Security System' });
		addAccounts(smile, 1);
		addArchives(smile, 1);

		expect((await open(smile)).results.map(({ name }) => name)).toEqual([
			'Archive: Payslip, Finished, 2026-03-06 01:06 (archive-0)',
			'Account: Social Security System, Connected, 2026-03-04 13:06 (a-0)',
		]);
	});

	it.each([undefined, '', '={{ $json.userId }}', { __rl: true, mode: 'list', value: '' }])(
		'holds those of everybody when User ID is %j',
		async (userId) => {
			const smile = await worlds.startSmile();
			addAccounts(smile, 1, 'acme-1');
			addArchives(smile, 1, 'acme-2');

			expect(valuesOf(await open(smile, { userId }))).toEqual(['archive-0', 'a-0']);
		},
	);

	it.each(['acme-2', { __rl: true, mode: 'list', value: 'acme-2' }])(
		'holds only those of the user when User ID is %j',
		async (userId) => {
			const smile = await worlds.startSmile();
			addAccounts(smile, 1, 'acme-1');
			addArchives(smile, 1, 'acme-2');

			expect(valuesOf(await open(smile, { userId }))).toEqual(['archive-0']);
		},
	);

	it('goes on where each of the two ended, and ends with the longer', async () => {
		const smile = await worlds.startSmile();
		addAccounts(smile, 400);
		addArchives(smile, 160);

		const seen: unknown[] = [];
		let paginationToken: string | undefined;
		let pages = 0;
		do {
			const page = await open(smile, { paginationToken });
			seen.push(...valuesOf(page));
			paginationToken = page.paginationToken as string | undefined;
			pages += 1;
		} while (paginationToken !== undefined && pages < 10);

		expect(pages).toBe(3);
		expect(new Set(seen).size).toBe(560);
		expect(seen).toHaveLength(560);
		expect(smile.journal.of('GET', '/archives')).toHaveLength(2);
	});

	it('finds either beyond the first page', async () => {
		const smile = await worlds.startSmile();
		addAccounts(smile, 300);
		addArchives(smile, 300);
		smile.data.change('accounts', 'a-250', { connectionStatus: 'REVOKED' });
		smile.data.change('archives', 'archive-250', { state: { status: 'REVOKED' } });

		expect(valuesOf(await open(smile, { filter: 'revoked' }))).toEqual(['archive-250', 'a-250']);
	});

	it.each(['a-250', 'archive-250'])('finds %s at once, typed whole', async (filter) => {
		const smile = await worlds.startSmile();
		addAccounts(smile, 300);
		addArchives(smile, 300);

		expect(valuesOf(await open(smile, { filter }))).toEqual([filter]);
		expect(smile.journal.of('GET', '/accounts')).toEqual([]);
		expect(smile.journal.of('GET', '/archives')).toEqual([]);
	});

	it('shows one where Smile refuses the other, and says so', async () => {
		const smile = await peopleAt(worlds, 2);
		smile.faults.next({ kind: 'status', status: 403, path: '/archives' });

		const [note, ...rest] = (await open(smile)).results;

		expect(note).toEqual({
			name: 'The archives could not be read: type a whole ID to find one',
			value: '',
		});
		expect(rest).toHaveLength(smile.data.all('accounts').length);
	});

	it('fails where Smile refuses both', async () => {
		const smile = await worlds.startSmile();
		for (const path of ['/accounts', '/archives']) {
			smile.faults.next({ kind: 'status', status: 403, path });
		}

		const error = await thrownBy(open(smile));

		expect(error.message).toContain('Could not read the accounts');
	});
});
