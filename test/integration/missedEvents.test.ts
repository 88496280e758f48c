import type { IDataObject } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import type { Happened } from '../support/smile/data/diary';
import { keyOf, tracesOf } from '../support/smile/data/traces';
import { Worlds } from '../support/world';
import { eventsOf, from, gapOf, jsonOf, missed, oneAccount, to } from '../support/missedRuns';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('the events of a gap', () => {
	const shared = new Worlds();
	let happened: Happened[];
	let events: IDataObject[];

	beforeAll(async () => {
		const gap = await gapOf(shared);
		({ happened } = gap);
		gap.smile.data.happen(new Date('2026-03-04T23:00:00Z'), new Date('2026-03-05T09:00:00Z'), {
			people: 2,
			account: 'failed',
		});
		events = jsonOf(await runAction({ smile: gap.smile, parameters: missed() }));
	});
	afterAll(async () => await shared.closeAll());

	it('are rebuilt, every one whose traces Smile still has, and no other', () => {
		const { rebuildable, untraceable } = tracesOf(happened);

		expect((events as unknown as Happened[]).map(keyOf).sort()).toEqual(rebuildable);
		expect(untraceable.length).toBeGreaterThan(0);
	});

	it('carry what Smile would have sent, except what they name as not recovered', () => {
		const originals = new Map(happened.map((one) => [keyOf(one), one]));

		for (const event of events) {
			const lost = (event.notRecovered as string[]).map((field) => field.replace('data.', ''));
			const original = originals.get(keyOf(event as unknown as Happened));
			const kept = Object.entries(original?.data ?? {}).filter(([name]) => !lost.includes(name));
			expect(event.data).toMatchObject(Object.fromEntries(kept));
		}
		expect(events.length).toBeGreaterThan(50);
	});

	it('have the envelope of Smile, are marked and are in order of time', () => {
		for (const event of events) {
			expect(event).toMatchObject({ version: 1, reconstructed: true });
			expect(event.id).toMatch(/^missed-[0-9a-f]{32}$/);
			expect(event.notRecovered).toEqual(expect.any(Array));
		}
		const times = events.map(({ createdAt }) => String(createdAt));
		expect(times).toEqual([...times].sort());
		expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
	});
});

describe('missed events', () => {
	it('are the same when the same time is asked for twice, and in a part of it', async () => {
		const { smile } = await gapOf(worlds);
		const options = {
			eventTypes: ['USER_CREATED', 'TASK_FINISHED', 'INCOMES_ADDED', 'LINK_ADDED'],
		};

		const first = jsonOf(await runAction({ smile, parameters: missed({ options }) }));
		const again = jsonOf(await runAction({ smile, parameters: missed({ options }) }));
		const part = jsonOf(
			await runAction({ smile, parameters: missed({ options, start: '2026-03-04T13:07:00Z' }) }),
		);

		expect(again).toEqual(first);
		expect(part).toEqual(first.filter(({ createdAt }) => String(createdAt) >= '2026-03-04T13:07'));
		expect(part.length).toBeGreaterThan(5);
	});

	it.each([
		['2026-03-04T12:00:00Z', '2026-03-04T12:00:00Z', 1],
		['2026-03-04T12:00:01Z', '2026-03-05T12:00:00Z', 0],
		['2026-03-03T12:00:00Z', '2026-03-04T11:59:59Z', 0],
		['2026-03-04T20:00:00+08:00', '2026-03-04T20:00:00+08:00', 1],
		['2026-03-04T07:00:00', '2026-03-04T07:00:00', 1],
	])('from %s to %s include both seconds: %d', async (start, end, count) => {
		const smile = await worlds.startSmile();
		smile.data.add('users', { id: 'user-1', createdAt: '2026-03-04T12:00:00Z', providers: [] });

		const events = await runAction({ smile, parameters: missed({ start, end }) });

		expect(events).toHaveLength(count);
	});

	it('without an end reach until now', async () => {
		const smile = await worlds.startSmile();
		smile.data.happen(new Date(Date.now() - 3_600_000), new Date(Date.now() - 60_000), {
			people: 1,
			account: 'failed',
		});

		const events = await runAction({
			smile,
			parameters: missed({ start: '={{ $now.minus({ hours: 2 }) }}', end: '' }),
		});

		expect(events.map(({ json }) => json.type)).toContain('ACCOUNT_FAILED');
	});

	it('ask for a day more on each side and read all pages', async () => {
		const smile = await worlds.startSmile();
		smile.data.happen(from, to, { people: 160 });

		const options = { eventTypes: ['USER_CREATED'] };
		const events = jsonOf(await runAction({ smile, parameters: missed({ options }) }));

		const [request] = smile.journal.of('GET', '/users');
		expect(request?.query).toMatchObject({ startDate: '2026-03-03', endDate: '2026-03-05' });
		expect(events.filter(({ type }) => type === 'USER_CREATED')).toHaveLength(160);
	});

	it('of an account that was unlinked long after it was linked are found', async () => {
		const smile = await worlds.startSmile();
		const [{ accountId }] = smile.data.people(1, { account: 'connected', archive: 'none' });
		smile.data.revoke(accountId, { at: new Date('2026-03-04T12:00:00Z') });

		const events = jsonOf(await runAction({ smile, parameters: missed() }));

		expect(events).toEqual([
			expect.objectContaining({ type: 'ACCOUNT_DISCONNECTED', createdAt: '2026-03-04T12:00:00Z' }),
		]);
	});

	it.each([
		['two days', '2026-03-02T10:00:00Z'],
		['sixty days', '2026-01-03T10:00:00Z'],
	])('of a task that began %s before are found once it ends', async (_before, startedAt) => {
		const { smile } = await oneAccount(worlds);
		const [task] = smile.data.all('tasks');
		smile.data.change('tasks', task.id, { startedAt });

		const events = await eventsOf(smile, {
			options: { eventTypes: ['TASK_FINISHED', 'INCOMES_ADDED'] },
		});

		expect(events.map(({ type }) => type)).toEqual(['INCOMES_ADDED', 'TASK_FINISHED']);
	});

	it.each([
		['runs, and names no data yet', { finishedAt: null, status: 'Started', datapoints: [] }],
		['runs, without an end', { finishedAt: undefined, status: 'Started', datapoints: undefined }],
		['ended after that time', { finishedAt: '2026-03-05T10:00:00Z' }],
	])('of records are found while their task %s', async (_how, fields) => {
		const { smile } = await oneAccount(worlds);
		const options = { eventTypes: ['INCOMES_ADDED', 'RATING_ADDED'] };
		const before = await eventsOf(smile, { options });
		const [task] = smile.data.all('tasks');
		smile.data.change('tasks', task.id, fields);

		const after = await eventsOf(smile, { options });

		expect(before).toHaveLength(2);
		expect(after).toEqual(before);
	});

	it.each([
		[true, ['ACCOUNT_CREATED', 'ACCOUNT_DISCONNECTED']],
		[false, []],
	])('of a revoked account that stays listed (%s) are %j', async (listed, ofAccount) => {
		const { smile } = await oneAccount(worlds);
		smile.data.answers.revokedLists = 'missing';
		const [{ id }] = smile.data.all('accounts');
		smile.data.revoke(id, { at: new Date('2026-03-04T21:00:00Z'), listed });

		const types = (await eventsOf(smile)).map(({ type }) => String(type));

		expect(types.filter((type) => type.startsWith('ACCOUNT_'))).toEqual(ofAccount);
		expect(types).toEqual(expect.arrayContaining(['USER_CREATED', 'TASK_FINISHED']));
		expect(types).not.toContain('undefined');
	});

	it('are rebuilt from the unkindest answers that Smile may give', async () => {
		const { smile, happened } = await gapOf(worlds);
		smile.switches.listOrder = 'newestFirst';
		Object.assign(smile.data.answers, {
			endsExcluded: true,
			revokedLists: 'missing',
			sparse: true,
		});

		const events = await eventsOf(smile);

		expect((events as unknown as Happened[]).map(keyOf).sort()).toEqual(
			tracesOf(happened).rebuildable,
		);
	});
});
