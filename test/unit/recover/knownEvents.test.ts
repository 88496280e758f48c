import { knownEvents } from '../../../nodes/Smile/recover/knownEvents';

const event = {
	id: 'et-1',
	type: 'INCOMES_ADDED',
	createdAt: '2026-03-04T10:00:00Z',
	data: { accountId: 'a-1' },
};

describe('known events', () => {
	it.each([
		[[]],
		['[]'],
		[[{ incomplete: true, notRead: [{ source: 'invites', reason: 'refused' }] }]],
	])('may be none: %j', (given) => {
		expect(knownEvents(given)).toEqual({ ok: true, value: [] });
	});

	it.each([undefined, null, ''])('are none of which the field says nothing: %j', (given) => {
		expect(knownEvents(given)).toEqual({ ok: false, problem: 'holds nothing' });
	});

	it.each([
		['a list', [event]],
		['one event', event],
		['text', JSON.stringify([event])],
		['a list of texts', [JSON.stringify(event)]],
	])('may be given as %s', (_form, given) => {
		expect(knownEvents(given)).toEqual({ ok: true, value: [event] });
	});

	it.each([
		['is no Smile event', { id: 1 }],
		[
			'is no Smile event',
			{ id: 'task-1', type: 'LINK_ACCOUNT', startedAt: '2026-03-04T10:00:00Z' },
		],
		['does not say when', { ...event, createdAt: undefined }],
		['does not say when', { ...event, createdAt: 'yesterday' }],
		['does not say when', { ...event, createdAt: '2026-02-31T10:00:00Z' }],
		['does not say when', { ...event, createdAt: '2026-03-04T10:00:00Z[No/Where]' }],
		[
			'does not say when',
			{
				eventId: 'et-1',
				eventType: 'TASK_FINISHED',
				sourceId: 'a-1',
				datapoint: 'incomes',
				record: {},
			},
		],
		['has none of the IDs', { ...event, data: { count: 3 } }],
		['has none of the IDs', { ...event, data: { accountId: '' } }],
	])('are refused with the place of one that %s', (problem, wrong) => {
		expect(knownEvents([event, wrong])).toEqual({
			ok: false,
			entry: 2,
			problem: expect.stringContaining(problem),
		});
	});

	it.each([
		{ id: 'missed-1', type: 'INCOMES_ADDED' },
		{ id: 'et-1', type: 'INCOMES_UPDATED' },
		{ id: 'et-1', type: 'LATER', data: {} },
	])(
		'need no time where another thing tells them, or none is rebuilt of their type: %j',
		(given) => {
			expect(knownEvents([given])).toMatchObject({ ok: true });
		},
	);
});
