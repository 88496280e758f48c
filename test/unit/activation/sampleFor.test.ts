import { sampleFor } from '../../../nodes/Smile/activation/sampleFor';
import { isWanted, userIdOf, type Wanted } from '../../../nodes/Smile/delivery/filterEvent';
import { toItems } from '../../../nodes/Smile/delivery/toItems';
import { catalogue } from '../../../nodes/Smile/events/catalogue';
import { problemsOf } from '../../../nodes/Smile/events/describe';
import { isKnownType } from '../../../nodes/Smile/events/event';
import { sampleData } from '../../../nodes/Smile/events/sample';

const types = Object.keys(catalogue).filter(isKnownType);
const sample = (eventTypes: string[], { includePayload = true, ...filters }: Filters = {}) =>
	sampleFor({ eventTypes, includePayload, ...filters });
type Filters = { includePayload?: boolean } & Omit<Wanted, 'eventTypes'>;

const dataOf = (event: ReturnType<typeof sampleFor>) => event.data as Record<string, unknown>;

describe('the sample of a test run', () => {
	it.each(types)('has every field that Smile documents for %s', (type) => {
		const event = sample([type]);

		expect(event).toMatchObject({ type, version: 1 });
		expect(Object.keys(dataOf(event)).sort()).toEqual(
			Object.keys(catalogue[type].data().shape).sort(),
		);
		expect(event.data).toEqual(sampleData(type));
		expect(problemsOf(event)).toEqual([]);
	});

	it('is told from a real one by its id, which is new each time, and was made now', () => {
		const [one, other] = [sample(['USER_CREATED']), sample(['USER_CREATED'])];

		expect(one.id).toMatch(/^et-test-[0-9a-f]{32}$/);
		expect(other.id).not.toBe(one.id);
		expect(Math.abs(Date.now() - Date.parse(String(one.createdAt)))).toBeLessThan(5_000);
		expect(one.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
	});

	it.each([
		[['RATING_ADDED', 'USER_CREATED'], 'RATING_ADDED'],
		[['ALL_EVENTS'], 'TASK_FINISHED'],
		[['ADDED_LATER'], 'ADDED_LATER'],
	])('is of the first of the types %j: %s', (eventTypes, type) => {
		expect(sample(eventTypes).type).toBe(type);
	});

	it.each(['TASK_FINISHED', 'ACCOUNT_SYNC_TASK_FINISHED'])(
		'has no payload in %s for who does not ask for one',
		(type) => {
			expect(dataOf(sample([type], { includePayload: false })).payload).toBeNull();
		},
	);

	it.each(['USER_SESSION_COMPLETED', 'RECORD_COMPLETED'])(
		'has the payload in %s that comes always',
		(type) => {
			expect(dataOf(sample([type], { includePayload: false })).payload).toMatchObject({});
		},
	);

	it.each([...types, 'ADDED_LATER'])('passes every filter as %s', (type) => {
		const filters = {
			providers: ['sss_ph', 'nbi_ph'],
			userIds: ['acme-1', 'acme-2'],
			datapoints: ['LINKS', 'LIABILITIES'],
			statuses: ['ERROR', 'FAILED'],
			sourceTypes: ['UPLOAD'],
		};

		const event = sample([type], filters);

		expect(isWanted(event, { eventTypes: [type], ...filters })).toBe(true);
		expect(userIdOf(event)).toBe('acme-1');
		// Without the filters it would not have passed them.
		expect(isWanted(sample([type]), { eventTypes: [type], ...filters })).toBe(false);
	});

	it('names only one user where an event has two places for it', () => {
		const { userId, session } = dataOf(sample(['USER_CREATED'], { userIds: ['acme-1'] }));

		expect(userId).toBe('acme-1');
		expect(session).toMatchObject({ userId: 'acme-1' });
	});

	it('names the user in the only place that an event has for it', () => {
		const data = dataOf(sample(['USER_SESSION_COMPLETED'], { userIds: ['acme-1'] }));

		expect(data).not.toHaveProperty('userId');
		expect(data.session).toMatchObject({ userId: 'acme-1' });
	});

	it('names a user, and no more, in an event of a type that this release does not know', () => {
		expect(dataOf(sample(['ADDED_LATER']))).toEqual({ userId: sampleData('USER_CREATED').userId });
	});

	it.each([
		['TASK_FINISHED', ['ERROR', 'FAILED'], 'FAILED'],
		['TASK_FINISHED', ['FAILED', 'SUCCEEDED'], 'SUCCEEDED'],
		['RECORD_COMPLETED', ['FAILED', 'ERROR'], 'ERROR'],
		['RECORD_COMPLETED', ['FAILED'], 'FAILED'],
	])('ends as %s can, with %j as wanted: %s', (type, statuses, status) => {
		expect(dataOf(sample([type], { statuses })).status).toBe(status);
	});

	it.each(types)('gets no field of a filter that %s passes without it', (type) => {
		const filters = { datapoints: ['LINK'], statuses: ['FAILED'], sourceTypes: ['UPLOAD'] };

		expect(Object.keys(dataOf(sample([type], filters)))).toEqual(
			Object.keys(dataOf(sample([type]))),
		);
	});

	it('has records of the chosen data', () => {
		const event = sample(['TASK_FINISHED'], { datapoints: ['LIABILITIES'] });

		const items = toItems(event, 'records', ['LIABILITIES']);
		expect(items.map(({ json }) => json.datapoint)).toEqual(['liabilities']);
	});
});
