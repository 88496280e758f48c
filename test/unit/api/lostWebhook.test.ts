import { enveloped, pageReply } from '../../support/scriptedSmile';
import { freshId, hook, fault, created } from '../../support/scriptedCreations';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('what a lost POST made', () => {
	it.each([
		['name', { name: 'Another' }],
		['url', { url: 'https://other.example.test' }],
		['fewer events', { eventTypes: ['USER_CREATED'] }],
		['other events', { eventTypes: ['USER_CREATED', 'RATING_ADDED'] }],
		['includePayload', { includePayload: true }],
		['active', { active: false }],
		['secret', { secret: 'dummy-other' }],
	])('is not what differs in %s', async (_field, change) => {
		const id = freshId();
		const foreign = pageReply([hook(freshId(), change)]);

		const { result } = await created([], fault, foreign, enveloped(hook(id)));

		expect(result).toMatchObject({ ok: true, value: { id } });
	});

	it.each([
		['leaves out what it may', { name: null, active: null, includePayload: null, secret: null }],
		['orders the events anew', { eventTypes: ['INCOMES_ADDED', 'USER_CREATED'] }],
		['repeats an event', { eventTypes: ['INCOMES_ADDED', 'USER_CREATED', 'USER_CREATED'] }],
	])('is known also where Smile %s', async (_what, change) => {
		const id = freshId();

		const { result } = await created([], fault, pageReply([hook(id, change)]));

		expect(result).toMatchObject({ ok: true, value: { id } });
	});

	it('is not what was there before', async () => {
		const [old, id] = [freshId(), freshId()];

		const { result, calls } = await created([old], fault, pageReply([hook(old), hook(id)]));

		expect(result).toMatchObject({ ok: true, value: { id } });
		expect(calls).toEqual(['POST', 'GET']);
	});

	it('is not what was handed out before', async () => {
		const [taken, id] = [freshId(), freshId()];
		await created([], enveloped(hook(taken)));
		await created([], fault, pageReply([hook(taken), hook(id)]));

		const { result, calls } = await created(
			[],
			fault,
			pageReply([hook(taken), hook(id)]),
			enveloped(hook(freshId())),
		);

		expect(result).not.toMatchObject({ value: { id } });
		expect(calls).toEqual(['POST', 'GET', 'POST']);
	});

	it.each([
		['by its time', ['2026-03-04T05:06:08Z', '2026-03-04T05:06:07Z'], 0],
		['by its time', ['2026-03-04T05:06:07Z', '2026-03-04T05:06:08Z'], 1],
		['where one has no time', [null, '2026-03-04T05:06:08Z'], 1],
	])('is the newest of several equal ones, %s: %j', async (_how, times, newest) => {
		const ids = times.map(() => freshId());
		const list = pageReply(ids.map((id, index) => hook(id, { createdAt: times[index] })));

		const { result } = await created([], fault, list);

		expect(result).toMatchObject({ ok: true, value: { id: ids[newest] } });
	});

	it.each([[false], [true]])(
		'is that of the later id where equal ones are of the same time, listed first: %s',
		async (isFirst) => {
			const [early, late] = [freshId(), freshId()].sort();
			const same = { createdAt: '2026-03-04T05:06:07Z' };
			const listed = isFirst ? [late, early] : [early, late];

			const { result } = await created([], fault, pageReply(listed.map((id) => hook(id, same))));

			expect(result).toMatchObject({ ok: true, value: { id: late } });
		},
	);
});

describe('a webhook that Smile gives for the one that was to be created', () => {
	const another = 'https://other.example.test/smile';

	it.each([
		['of another address', 'new', { url: another }],
		['that was there before, as it was', 'old', { includePayload: true }],
		['that was there before, with another secret', 'old', { secret: 'dummy-other' }],
		['that was there before and does not show its secret', 'old', { secret: null }],
		['of another address that was there before', 'old', { url: another }],
	])('is none where it is one %s', async (_what, age, change) => {
		const id = freshId();
		const given = enveloped(hook(id, change));

		const { result, calls } = await created(age === 'old' ? [id] : [], given, pageReply([]));

		expect(result).toMatchObject({
			ok: false,
			failure: { kind: 'unexpected', reason: 'it is another webhook', mayBeDone: true },
		});
		expect(calls).toEqual(['POST', 'GET']);
	});

	it('is what the list has, where that is a new one as wanted', async () => {
		const [id, other] = [freshId(), freshId()];
		const given = enveloped(hook(other, { url: another }));

		const { result } = await created([other], given, pageReply([hook(other), hook(id)]));

		expect(result).toMatchObject({ ok: true, value: { id } });
	});

	it('may be one from before that Smile has changed in place', async () => {
		const id = freshId();

		const { result, calls } = await created([id], enveloped(hook(id)));

		expect(result).toMatchObject({ ok: true, value: { id } });
		expect(calls).toEqual(['POST']);
	});
});
