import { datapoints } from '../../../nodes/Smile/events/datapoints';
import { fromAccount } from '../../../nodes/Smile/recover/fromAccounts';
import { fromArchive } from '../../../nodes/Smile/recover/fromArchives';
import { fromInviteLog, mayHaveSteps } from '../../../nodes/Smile/recover/fromInvites';
import { fromRecords } from '../../../nodes/Smile/recover/fromRecords';
import { fromTask } from '../../../nodes/Smile/recover/fromTasks';
import { fromUser } from '../../../nodes/Smile/recover/fromUsers';
import type { MissedEvent } from '../../../nodes/Smile/recover/missedEvent';
import { rebuildable } from '../../../nodes/Smile/recover/rebuildable';
import { touchedLists } from '../../../nodes/Smile/recover/touchedSources';

const createdAt = '2026-03-04T08:00:00Z';
const updatedAt = '2026-03-04T09:00:00Z';
const told = (events: MissedEvent[]) => events.map(({ type, createdAt: at }) => [type, at]);
const account = (status: string) => ({
	id: 'a-1',
	userId: 'u-1',
	providerId: 'acme',
	createdAt,
	connection: { status, updatedAt, errorCode: 'INVALID_AUTH', errorMessage: 'No' },
});

describe('rebuilding', () => {
	it.each([
		['PENDING', []],
		['AWAITING_MFA', []],
		['CONNECTED', [['ACCOUNT_CONNECTED', updatedAt]]],
		['ERROR', [['ACCOUNT_FAILED', updatedAt]]],
		['DISCONNECTED', [['ACCOUNT_DISCONNECTED', updatedAt]]],
	])('an account that is %s tells its beginning and %j', (status, last) => {
		expect(told(fromAccount(account(status)))).toEqual([['ACCOUNT_CREATED', createdAt], ...last]);
	});

	it.each([
		['STARTED', []],
		['UNSUPPORTED', []],
		['ANALYZED', [['ARCHIVE_ANALYZED', updatedAt]]],
		['ERROR', [['ARCHIVE_FAILED', updatedAt]]],
		['REVOKED', [['ARCHIVE_REVOKED', updatedAt]]],
	])('an archive that is %s tells its beginning and %j', (status, last) => {
		const archive = { id: 'archive-1', userId: 'u-1', createdAt, state: { status, updatedAt } };

		expect(told(fromArchive(archive))).toEqual([['ARCHIVE_STARTED', createdAt], ...last]);
	});

	it.each([
		['LINK_ACCOUNT', updatedAt, ['TASK_STARTED', 'TASK_FINISHED']],
		['LINK_ACCOUNT', null, ['TASK_STARTED']],
		['UPDATE_ACCOUNT', updatedAt, ['TASK_STARTED', 'TASK_FINISHED', 'ACCOUNT_SYNC_TASK_FINISHED']],
	])('a task %s that finished %s tells %j', (type, finishedAt, types) => {
		const metadata = { userId: 'u-1', sourceId: 'a-1', sourceType: 'ACCOUNT', providerId: 'acme' };
		const events = fromTask({ id: 'task-1', type, startedAt: createdAt, finishedAt, metadata });

		expect(events.map((event) => event.type)).toEqual(types);
		for (const { data } of events) {
			expect(data).toMatchObject({ userId: 'u-1', sourceId: 'a-1', providers: ['acme'] });
		}
	});

	it.each([
		['INVITED', ['INVITE_INVITED']],
		['LINKED', ['INVITE_LINKED']],
		['EMAIL_OPENED', []],
	])('a step %s of an invitation tells %j', (inviteStatus, types) => {
		const events = fromInviteLog({ inviteId: 'iv-1', inviteStatus, userId: 'u-1', createdAt });

		expect(events.map(({ type }) => type)).toEqual(types);
	});

	it('passes over an invitation whose steps are all outside the time, and over no other', () => {
		const window = { start: Date.parse(createdAt), end: Date.parse(updatedAt) };
		const invite = (from?: string, until?: string) => ({ createdAt: from, updatedAt: until });

		expect(mayHaveSteps(invite('2026-03-01T00:00:00Z', createdAt), window)).toBe(true);
		expect(mayHaveSteps(invite('2026-03-01T00:00:00Z', '2026-03-04T07:59:59Z'), window)).toBe(
			false,
		);
		expect(mayHaveSteps(invite('2026-03-04T09:00:01Z', '2026-03-05T00:00:00Z'), window)).toBe(
			false,
		);
		expect(mayHaveSteps(invite(), window)).toBe(true);
	});

	it('leaves out what a thing without a time would tell, without an error', () => {
		const events = [fromUser({ id: 'u-1' }), fromAccount({ id: 'a-1' }), fromTask({ id: 't' })];

		expect(events.flat().every(({ createdAt: at }) => Number.isNaN(Date.parse(at)))).toBe(true);
	});

	it('tells of stored records one event each where the event names a record, else one in all', () => {
		const metadata = { userId: 'u', sourceId: 'a-1', providerId: 'p', itemCreatedAt: createdAt };
		const records = [
			{ id: '1', metadata },
			{ id: '2', metadata },
		];

		const single = fromRecords(records, datapoints.RATINGS, []);
		const counted = fromRecords(records, datapoints.INCOMES, []);

		expect(single.map(({ data }) => data.ratingId)).toEqual(['1', '2']);
		expect(counted.map(({ data }) => data)).toEqual([
			{ userId: 'u', accountId: 'a-1', providers: ['p'], count: 2 },
		]);
	});

	it('looks into the lists of accounts that a task touched in the time, not of archives', () => {
		const task = (sourceId: string, sourceType: string, startedAt: string, finishedAt: string) => ({
			startedAt,
			finishedAt,
			datapoints: ['INCOMES', 'SHIFTS'],
			metadata: { sourceId, sourceType },
		});
		const tasks = [
			task('a-1', 'ACCOUNT', '2026-03-04T07:00:00Z', createdAt),
			task('a-2', 'ACCOUNT', '2026-03-04T06:00:00Z', '2026-03-04T06:10:00Z'),
			task('a-3', 'ACCOUNT', '2026-03-04T09:00:01Z', '2026-03-04T09:10:00Z'),
			task('archive-1', 'ARCHIVE', createdAt, updatedAt),
		];
		const window = { start: Date.parse(createdAt), end: Date.parse(updatedAt) };

		const lists = touchedLists(tasks, window, () => true);

		expect(lists.map(({ sourceId, datapoint }) => [sourceId, datapoint.name])).toEqual([
			['a-1', 'incomes'],
		]);
	});

	it('looks into every list of an account whose task still runs, and of none that began too late', () => {
		const task = (sourceId: string, startedAt: string, more: object) => ({
			startedAt,
			metadata: { sourceId, sourceType: 'ACCOUNT' },
			...more,
		});
		const window = { start: Date.parse(createdAt), end: Date.parse(updatedAt) };
		const tasks = [
			task('a-1', '2026-03-01T00:00:00Z', { finishedAt: null }),
			task('a-2', '2026-03-04T09:00:01Z', {}),
			task('a-3', '2026-03-01T00:00:00Z', { finishedAt: createdAt, datapoints: ['RATINGS'] }),
			task('a-4', '2026-03-01T00:00:00Z', { finishedAt: createdAt }),
		];

		const lists = touchedLists(tasks, window, (type) => /INCOMES|RATING/.test(type));

		expect(lists.map(({ sourceId, datapoint }) => [sourceId, datapoint.name])).toEqual([
			['a-1', 'rating'],
			['a-1', 'incomes'],
			['a-1', 'eincomes'],
			['a-3', 'rating'],
			['a-4', 'rating'],
			['a-4', 'incomes'],
			['a-4', 'eincomes'],
		]);
		expect(lists[0]?.tasks).toEqual([]);
		expect(lists[3]?.tasks).toHaveLength(1);
	});

	it('covers the 25 types that leave traces', () => {
		expect(rebuildable.size).toBe(25);
		expect([...rebuildable].some((type) => /UPDATED|VERIFICATION|RECORD|SESSION/.test(type))).toBe(
			false,
		);
	});
});
