import {
	isWanted,
	userIdOf,
	wantedBy,
	type Wanted,
} from '../../../nodes/Smile/delivery/filterEvent';

const everything: Wanted = { eventTypes: ['ALL_EVENTS'] };
const event = (data?: Record<string, unknown>, type = 'INCOMES_ADDED') =>
	({ id: 'et-1', type, data }) as Parameters<typeof isWanted>[0];

describe('a filter', () => {
	it('of all events lets every type pass, known or not', () => {
		expect(isWanted(event({}), everything)).toBe(true);
		expect(isWanted(event({}, 'ADDED_LATER'), everything)).toBe(true);
	});

	it('of some types stops every other', () => {
		const some = { ...everything, eventTypes: ['INCOMES_ADDED', 'ADDED_LATER'] };

		expect(isWanted(event({}), some)).toBe(true);
		expect(isWanted(event({}, 'ADDED_LATER'), some)).toBe(true);
		expect(isWanted(event({}, 'INCOMES_UPDATED'), some)).toBe(false);
	});

	it('of providers lets events of one of them pass', () => {
		const some = { ...everything, providers: ['sss_ph', 'nbi_ph'] };

		expect(isWanted(event({ providers: ['other', 'nbi_ph'] }), some)).toBe(true);
		expect(isWanted(event({ providers: ['other'] }), some)).toBe(false);
		expect(isWanted(event({ providers: 'sss_ph' }), some)).toBe(false);
		expect(isWanted(event({}), some)).toBe(false);
		expect(isWanted(event(), some)).toBe(false);
	});

	it('of users finds the user in the data or in its session', () => {
		const some = { ...everything, userIds: ['acme-1'] };

		expect(isWanted(event({ userId: 'acme-1' }), some)).toBe(true);
		expect(isWanted(event({ session: { userId: 'acme-1' } }), some)).toBe(true);
		expect(isWanted(event({ userId: 'acme-2', session: { userId: 'acme-1' } }), some)).toBe(false);
		expect(isWanted(event({ verificationId: 'ver-1' }), some)).toBe(false);
	});

	it('of providers and users wants both', () => {
		const both = { ...everything, providers: ['sss_ph'], userIds: ['acme-1'] };

		expect(isWanted(event({ userId: 'acme-1', providers: ['sss_ph'] }), both)).toBe(true);
		expect(isWanted(event({ userId: 'acme-1', providers: ['nbi_ph'] }), both)).toBe(false);
		expect(isWanted(event({ userId: 'acme-2', providers: ['sss_ph'] }), both)).toBe(false);
	});

	it('of data lets events of one of the kinds pass, in either spelling', () => {
		const some = { ...everything, datapoints: ['INCOMES', 'INSIGHT', 'LINKS'] };

		expect(isWanted(event({ datapoints: ['IDENTITIES', 'INCOMES'] }), some)).toBe(true);
		expect(isWanted(event({ dataPoints: ['INCOMES'] }), some)).toBe(true);
		expect(isWanted(event({ datapoints: ['INSIGHTS'] }), some)).toBe(true);
		expect(isWanted(event({ datapoints: ['LINK'] }), some)).toBe(true);
		expect(isWanted(event({ datapoints: ['IDENTITIES'] }), some)).toBe(false);
		expect(isWanted(event({ datapoints: [] }), some)).toBe(false);
		expect(isWanted(event({ datapoints: [5, null, 'INCOMES'] }), some)).toBe(true);
		expect(
			isWanted(event({ datapoints: ['INSIGHT', 'LINKS'] }), {
				...everything,
				datapoints: ['INSIGHTS', 'LINK'],
			}),
		).toBe(true);
	});

	it.each([
		['datapoints', { datapoints: ['INCOMES'] }],
		['statuses', { status: 'FAILED' }],
		['sourceTypes', { sourceType: 'ARCHIVE' }],
	])('of %s lets events pass that have nothing of the kind', (name, data) => {
		const [value] = Object.values(data).flat();
		const some = { ...everything, [name]: [value] };
		const other = { ...everything, [name]: ['ANOTHER'] };
		const [field] = Object.keys(data);

		expect(isWanted(event(data), some)).toBe(true);
		expect(isWanted(event(data), other)).toBe(false);
		expect(isWanted(event({ [field]: null }), other)).toBe(true);
		expect(isWanted(event({}), other)).toBe(true);
		expect(isWanted(event(), other)).toBe(true);
		expect(isWanted(event({ session: data }), other)).toBe(true);
	});

	it('that holds nothing lets nothing pass', () => {
		expect(isWanted(event({ providers: ['sss_ph'] }), { ...everything, providers: [] })).toBe(
			false,
		);
		expect(isWanted(event({ userId: 'acme-1' }), { ...everything, userIds: [] })).toBe(false);
		expect(isWanted(event({}), { ...everything, eventTypes: [] })).toBe(false);
	});
});

describe('the user of an event', () => {
	it.each([
		[{ userId: 'acme-1' }, 'acme-1'],
		[{ session: { userId: 'acme-1' } }, 'acme-1'],
		[{ userId: 7, session: { userId: 'acme-1' } }, 'acme-1'],
		[{ userId: 7 }, undefined],
		[{ session: { userId: 7 } }, undefined],
		[{ session: null }, undefined],
		[{}, undefined],
		[undefined, undefined],
		[null, undefined],
		['acme-1', undefined],
		[['acme-1'], undefined],
	])('in %j is %j', (data, userId) => {
		expect(userIdOf(event(data as Record<string, unknown>))).toBe(userId);
	});
});

describe('what a workflow asked for', () => {
	const value = <Value>(given: Value) => ({ ok: true, value: given }) as const;
	const problem = (text: string) => ({ ok: false, problem: text }) as const;
	const asked = {
		eventTypes: value(['INCOMES_ADDED']),
		providers: value(undefined),
		userIds: value(['acme-1']),
		datapoints: value(['INCOMES']),
		statuses: value(undefined),
		sourceTypes: value(['ACCOUNT']),
	} as unknown as Parameters<typeof wantedBy>[0];

	it('is what its filters say', () => {
		expect(wantedBy(asked)).toEqual(
			value({
				eventTypes: ['INCOMES_ADDED'],
				providers: undefined,
				userIds: ['acme-1'],
				datapoints: ['INCOMES'],
				statuses: undefined,
				sourceTypes: ['ACCOUNT'],
			}),
		);
	});

	it.each(Object.keys(asked))('is unknown with a problem in %s', (name) => {
		const faulty = { ...asked, [name]: problem(`${name} holds nothing`) };

		expect(wantedBy(faulty)).toEqual(problem(`${name} holds nothing`));
	});

	it('is unknown without a type of event', () => {
		expect(wantedBy({ ...asked, eventTypes: value([]) })).toEqual(
			problem('Trigger On holds nothing'),
		);
	});
});
