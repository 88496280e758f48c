import { rebuiltFrom } from '../../nodes/Smile/recover/rebuildable';
import { runAction } from '../support/contexts/runAction';
import { isFullRun } from '../support/fullRun';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';
import { eventsOf, from, gapOf, missed, oneAccount, to } from '../support/missedRuns';
import { quickPauses } from '../support/quickPauses';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const itInFull = isFullRun ? it : it.skip;

describe('a source of missed events that is refused', () => {
	const kinds = [...Object.values(rebuiltFrom).flat()].filter(
		(type) => !type.endsWith('_ADDED') || type === 'INCOMES_ADDED',
	);
	const options = { eventTypes: kinds };
	const refuse = (smile: SimulatedSmile, path: string | RegExp, status = 403) =>
		smile.faults.next({ kind: 'status', status, path, times: Infinity });

	it.each([
		['/users', 'users', /^USER_/],
		['/accounts', 'accounts', /^ACCOUNT_(?!SYNC)/],
		['/archives', 'archives', /^ARCHIVE_/],
		['/invites', 'invites', /^INVITE_/],
	])('(%s) costs its own events only, and is named last', async (path, source, lost) => {
		const { smile } = await gapOf(worlds);
		const all = await eventsOf(smile, { options });
		refuse(smile, path);

		const items = await eventsOf(smile, { options });

		const note = items.at(-1);
		expect(note).toEqual({
			incomplete: true,
			notRead: [{ source, reason: expect.stringContaining(`Could not read the ${source} for`) }],
		});
		expect(items.slice(0, -1)).toEqual(all.filter(({ type }) => !lost.test(String(type))));
		expect(all.some(({ type }) => lost.test(String(type)))).toBe(true);
	});

	it('(tasks) costs the records too, and says so', async () => {
		const { smile } = await gapOf(worlds);
		refuse(smile, '/tasks');

		const items = await eventsOf(smile, { options });

		const { notRead } = items.at(-1) as { notRead: Array<{ source: string }> };
		expect(notRead.map(({ source }) => source)).toEqual(['tasks', 'records that tasks stored']);
		expect(items.some(({ type }) => type === 'USER_CREATED')).toBe(true);
		expect(items.some(({ type }) => /_ADDED|TASK/.test(String(type)))).toBe(false);
	});

	it('(one list of one account) is named with the account', async () => {
		const { smile } = await gapOf(worlds);
		const all = await eventsOf(smile, { options });
		smile.faults.next({ kind: 'status', status: 403, path: '/incomes' });

		const items = await eventsOf(smile, { options });

		expect(items.at(-1)).toEqual({
			incomplete: true,
			notRead: [
				{
					source: 'incomes',
					sourceId: expect.stringMatching(/^a-/),
					reason: expect.stringContaining('request '),
				},
			],
		});
		expect(items).toHaveLength(all.length);
	});

	it.each(['/incomes', '/users', /logs$/])(
		'(%s) whose answer is 404 holds nothing, which is no news',
		async (path) => {
			const { smile } = await gapOf(worlds);
			const all = await eventsOf(smile, { options });
			smile.faults.next({ kind: 'status', status: 404, path });

			const items = await eventsOf(smile, { options });

			expect(items.length).toBeLessThan(all.length);
			expect(items.filter(({ incomplete }) => incomplete)).toEqual([]);
		},
	);

	it('is named where only a later page of it is a 404', async () => {
		const smile = await worlds.startSmile();
		smile.data.happen(from, to, {
			people: 160,
			account: 'failed',
			archive: 'none',
			invited: false,
		});
		smile.faults.next({ kind: 'status', status: 404, path: '/users', skip: 1 });

		const items = await eventsOf(smile, { options: { eventTypes: ['USER_CREATED'] } });

		expect(items).toHaveLength(151);
		expect(items.at(-1)).toMatchObject({ incomplete: true, notRead: [{ source: 'users' }] });
	});

	it('on a later page gives no events of other counts than the whole', async () => {
		const { smile } = await oneAccount(worlds);
		smile.data.transactions(200, smile.data.all('accounts')[0]?.id);
		smile.faults.next({ kind: 'status', status: 400, path: '/transactions', skip: 1 });

		const items = await eventsOf(smile, { options: { eventTypes: ['TRANSACTIONS_ADDED'] } });

		expect(items.map(({ type, incomplete }) => type ?? incomplete)).toEqual([true]);
	});

	itInFull(
		'is asked for no more once Smile answers nothing but 503',
		async () => {
			const { smile } = await gapOf(worlds);
			refuse(smile, '/incomes', 503);

			const items = await eventsOf(smile, { options });

			const { notRead } = items.at(-1) as { notRead: Array<{ source: string }> };
			expect(notRead.map(({ source }) => source)).toEqual([
				'incomes',
				'incomes',
				'incomes',
				expect.stringMatching(/^\d+ more lists, which were not asked for$/),
			]);
			expect(smile.journal.of('GET', '/incomes')).toHaveLength(15);
		},
		60_000,
	);

	it('is an error only where nothing at all could be read', async () => {
		const { smile } = await gapOf(worlds);
		refuse(smile, /./);

		await expect(eventsOf(smile, { options })).rejects.toThrow(
			'Could not read the users for missed events',
		);
	});
});

describe('Get Missed', () => {
	it.each([
		[{ start: '' }, 'The field Start holds nothing'],
		[{ start: '={{ undefined }}' }, 'The field Start holds nothing'],
		[{ start: 'yesterday-ish' }, 'The field Start holds no date and time'],
		[{ start: '={{ [2020] }}' }, 'The field Start holds no date and time'],
		[{ start: '={{ 1700000000 }}' }, 'The field Start holds a number, not a date and time'],
		[{ start: '03/04/2025' }, 'The field Start holds no date and time'],
		[{ end: 'soon' }, 'The field End holds no date and time'],
		[{ end: '10:30' }, 'The field End holds no date and time'],
		[{ end: '2026-03-04T09:59:59Z' }, 'Start is later than End'],
		[{ options: { knownEvents: '[{"id":1}]' } }, 'Entry 1 of Known Events is no Smile event'],
		[{ options: { knownEvents: 'none' } }, 'Entry 1 of Known Events is no Smile event'],
		[{ options: { knownEvents: '' } }, 'The field Known Events holds nothing'],
		[{ options: { knownEvents: '={{ $json.rows }}' } }, 'The field Known Events holds nothing'],
		[
			{ options: { knownEvents: '[{"eventId":"e","eventType":"INCOMES_ADDED","accountId":"a"}]' } },
			'Entry 1 of Known Events does not say when the event was made',
		],
		[
			{
				options: {
					knownEvents:
						'[{"id":"e","type":"INCOMES_ADDED","createdAt":"Ticked box 5","data":{"accountId":"a"}}]',
				},
			},
			'Entry 1 of Known Events does not say when the event was made',
		],
		[{ options: { eventTypes: [] } }, 'The field Event Types holds nothing'],
		[{ options: { eventTypes: '={{ $json.types }}' } }, 'The field Event Types holds nothing'],
		[
			{ options: { eventTypes: '={{ ["INCOMES_ADDED", "INCOMES_UPDATED", "X"] }}' } },
			'The field Event Types holds what cannot be rebuilt: INCOMES_UPDATED, X',
		],
		[{ options: { limit: 0 } }, 'The field Limit holds 0'],
		[{ options: { limit: '={{ "1.5" }}' } }, 'The field Limit holds 1.5'],
		[{ options: { limit: '={{ null }}' } }, 'The field Limit holds nothing'],
	])('refuses %j before Smile is asked', async (fields, said) => {
		const smile = await worlds.startSmile();

		const run = runAction({ smile, parameters: missed(fields) });

		await expect(run).rejects.toThrow(said);
		expect(smile.journal.entries).toEqual([]);
	});
});
