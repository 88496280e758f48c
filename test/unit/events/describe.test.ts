import { problemsOf } from '../../../nodes/Smile/events/describe';
import { sampleEvent } from '../../../nodes/Smile/events/sample';

describe('the comparison of an event with what Smile documents', () => {
	it('names the path of a field with another type, and never its value', () => {
		const event = sampleEvent('ACCOUNT_CONNECTED');

		const problems = problemsOf({ ...event, data: { ...event.data, providers: 'sampaguita' } });

		expect(problems).toEqual(['data.providers']);
	});

	it('names a field that is missing', () => {
		const event = sampleEvent('ACCOUNT_CONNECTED', { data: { accountId: undefined } });

		expect(problemsOf({ ...event })).toEqual(['data.accountId']);
	});

	it('names the envelope fields and the data of an event that has neither', () => {
		expect(problemsOf({ id: 'et-1', type: 'INCOMES_ADDED' })).toEqual([
			'version',
			'createdAt',
			'data',
		]);
	});

	it('names a flaw that many records share only once', () => {
		const items = [{ grossAmount: 'a lot' }, { grossAmount: 'more' }];
		const event = sampleEvent('TASK_FINISHED');

		const problems = problemsOf({
			...event,
			data: { ...event.data, payload: { incomes: { items } } },
		});

		expect(problems).toEqual(['data.payload.incomes.items[].grossAmount']);
	});

	it('takes no offence at fields that Smile added later', () => {
		const event = sampleEvent('USER_CREATED');

		expect(problemsOf({ ...event, region: 'ap', data: { ...event.data, plan: 'pro' } })).toEqual(
			[],
		);
	});

	it('takes no offence at values that an enum did not have before', () => {
		const event = sampleEvent('TASK_FINISHED', { data: { status: 'PARTIAL', sourceType: 'BANK' } });

		expect(problemsOf({ ...event })).toEqual([]);
	});

	it.each(['ACCOUNT_PAUSED', 'constructor', '__proto__'])(
		'has nothing to say about the type %s',
		(type) => {
			expect(problemsOf({ id: 'et-1', type, data: 5 })).toEqual([]);
		},
	);

	it.each([null, undefined])(
		'accepts a payload that is %s, as without Include Payload',
		(payload) => {
			expect(problemsOf({ ...sampleEvent('TASK_FINISHED', { data: { payload } }) })).toEqual([]);
		},
	);

	it('accepts a payload in which kinds of data are null', () => {
		const payload = { identity: null, incomes: null, links: { nextCursor: null, items: [] } };

		expect(problemsOf({ ...sampleEvent('TASK_FINISHED', { data: { payload } }) })).toEqual([]);
	});
});
