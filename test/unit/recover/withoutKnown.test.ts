import type { SmileEventType } from '../../../nodes/Smile/events/event';
import { missedEvent } from '../../../nodes/Smile/recover/missedEvent';
import { withoutKnown } from '../../../nodes/Smile/recover/withoutKnown';

const at = (time: string) => `2026-03-04T${time}Z`;

const rebuilt = (time: string, accountId = 'a-1', type: SmileEventType = 'INCOMES_ADDED') =>
	missedEvent({ type, objectId: accountId, createdAt: at(time), data: { userId: 'u', accountId } });

const delivered = (time: string, accountId = 'a-1', type = 'INCOMES_ADDED') => ({
	id: `et-${time}`,
	type,
	createdAt: at(time),
	data: { userId: 'u', accountId, providers: ['acme_payroll_ph'] },
});

describe('a rebuilt event', () => {
	it.each([
		['at the same time', '10:00:00', []],
		['up to five minutes later', '10:05:00', []],
		['up to five minutes earlier', '09:55:00', []],
		['more than five minutes later', '10:05:01', ['10:00:00']],
		['more than five minutes earlier', '09:54:59', ['10:00:00']],
	])('goes by a delivered one of its kind %s: %s leaves %j', (_when, time, left) => {
		const events = withoutKnown([rebuilt('10:00:00')], [delivered(time)]);

		expect(events.map(({ createdAt }) => createdAt)).toEqual(left.map(at));
	});

	it.each([
		...['2026-03-04T10:00:00,000Z', '2026-03-04T10:00:00Z[UTC]', '2026-03-04T10:00+00'],
		...['2026-03-04T18:00:00+08:00[Asia/Manila]', '2026-03-04T10:00:00'],
	])('goes by a delivered one whose time is written as %s', (createdAt) => {
		const known = { ...delivered('10:00:00'), createdAt };

		expect(withoutKnown([rebuilt('10:00:00')], [known])).toEqual([]);
	});

	it.each([
		['another account', delivered('10:00:00', 'a-2')],
		['another type', delivered('10:00:00', 'a-1', 'EINCOMES_ADDED')],
		['no time', { ...delivered('10:00:00'), createdAt: undefined }],
		['no ids', { ...delivered('10:00:00'), data: {} }],
	])('stays beside a delivered one of %s', (_other, known) => {
		expect(withoutKnown([rebuilt('10:00:00')], [known])).toHaveLength(1);
	});

	it('goes by its own id, whatever else is known of it', () => {
		const event = rebuilt('10:00:00');

		expect(withoutKnown([event], [{ id: event.id, type: 'X', data: {} }])).toEqual([]);
	});

	it('is not hidden by another one that was rebuilt before', () => {
		const [earlier, event] = [rebuilt('09:59:00'), rebuilt('10:00:00')];

		expect(withoutKnown([event], [earlier])).toEqual([event]);
	});

	it('is hidden by the nearest delivered one, of which each hides a single one', () => {
		const [first, second] = [rebuilt('10:00:00'), rebuilt('10:03:00')];

		expect(withoutKnown([first, second], [delivered('10:02:59')])).toEqual([first]);
		expect(withoutKnown([first, second], [delivered('10:01:00')])).toEqual([second]);
		expect(withoutKnown([first, second], [delivered('10:01:00'), delivered('10:02:00')])).toEqual(
			[],
		);
	});

	it('of a task is told from those of other kinds of task', () => {
		const data = { sourceId: 'a-1', taskType: 'LINK_ACCOUNT' };
		const event = missedEvent({
			type: 'TASK_STARTED',
			objectId: 'task-1',
			createdAt: at('10:00:00'),
			data,
		});
		const known = (taskType: string) => [
			{ id: 'et-1', type: 'TASK_STARTED', createdAt: at('10:00:01'), data: { ...data, taskType } },
		];

		expect(withoutKnown([event], known('LINK_ACCOUNT'))).toEqual([]);
		expect(withoutKnown([event], known('UPDATE_ACCOUNT'))).toEqual([event]);
	});

	it('of a task goes by one that does not name its kind, but rather by one that does', () => {
		const started = (objectId: string, time: string, taskType: string) =>
			missedEvent({
				type: 'TASK_FINISHED',
				objectId,
				createdAt: at(time),
				data: { sourceId: 'a-1', taskType },
			});
		const known = (id: string, taskType?: string) => ({
			id,
			type: 'TASK_FINISHED',
			createdAt: at('10:00:00'),
			data: { sourceId: 'a-1', ...(taskType ? { taskType } : {}) },
		});
		const link = started('task-1', '10:00:00', 'LINK_ACCOUNT');
		const update = started('task-2', '10:00:00', 'UPDATE_ACCOUNT');

		expect(withoutKnown([link], [known('et-1')])).toEqual([]);
		expect(withoutKnown([link, update], [known('et-1')])).toHaveLength(1);
		expect(withoutKnown([link, update], [known('et-1'), known('et-2', 'LINK_ACCOUNT')])).toEqual(
			[],
		);
	});

	it('is hidden by no second mention of a delivered one', () => {
		const [first, second] = [rebuilt('10:00:00'), rebuilt('10:04:00')];
		const known = delivered('10:00:00');

		expect(withoutKnown([first, second], [known, { ...known }])).toEqual([second]);
	});
});
