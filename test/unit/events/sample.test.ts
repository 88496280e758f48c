import { catalogue } from '../../../nodes/Smile/events/catalogue';
import { problemsOf } from '../../../nodes/Smile/events/describe';
import { type SmileEventType } from '../../../nodes/Smile/events/event';
import { sampleData, sampleEvent } from '../../../nodes/Smile/events/sample';

const types = Object.keys(catalogue) as SmileEventType[];

/** All values in a sample that are neither objects nor lists. */
function valuesIn(value: unknown): unknown[] {
	return value !== null && typeof value === 'object'
		? Object.values(value).flatMap(valuesIn)
		: [value];
}

describe('a sample event', () => {
	it.each(types)('is what Smile documents for %s', (type) => {
		const event = sampleEvent(type);

		expect(event).toMatchObject({ type, version: 1, createdAt: expect.stringMatching(/Z$/) });
		expect(problemsOf({ ...event })).toEqual([]);
	});

	it.each(types)('has a value in each field of %s', (type) => {
		const data = sampleData(type);

		expect(Object.keys(data)).toEqual(Object.keys(catalogue[type].data().shape));
		expect(valuesIn(data)).not.toContain(undefined);
	});

	it('has the same id on every call and another id for each type', () => {
		const ids = types.map((type) => sampleEvent(type).id);

		expect(types.map((type) => sampleEvent(type).id)).toEqual(ids);
		expect(new Set(ids).size).toBe(types.length);
	});

	it('takes what a test wants to be different and keeps the rest', () => {
		const event = sampleEvent('INCOMES_ADDED', { id: 'et-1', data: { count: 7 } });

		expect(event.id).toBe('et-1');
		expect(event.type).toBe('INCOMES_ADDED');
		expect(event.data).toEqual({ ...sampleData('INCOMES_ADDED'), count: 7 });
	});

	it('can be changed without changing the next one', () => {
		sampleData('INCOMES_ADDED').providers.push('another_provider');

		expect(sampleData('INCOMES_ADDED').providers).toEqual(['acme_payroll_ph']);
	});

	it('includes a record of each kind in a payload of data', () => {
		const { payload } = sampleData('TASK_FINISHED');

		expect(payload?.identity?.fullName).toBe('Maria Luz Santos');
		expect(payload?.incomes?.items[0]).toMatchObject({ currency: 'PHP', grossAmount: 35500.5 });
		expect(Object.values(payload ?? {}).filter((kind) => !kind)).toEqual([]);
	});

	it('includes forms, accounts and archives in a session', () => {
		const { payload } = sampleData('USER_SESSION_COMPLETED');

		expect(payload.forms?.[0]).toMatchObject({ data: { purpose: 'Tuition' } });
		expect(payload.accounts?.[0]?.payload?.employments?.items).toHaveLength(1);
		expect(payload.archives?.[0]?.payload?.documents?.items).toHaveLength(1);
	});
});
