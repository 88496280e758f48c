import { withoutExcess } from '../../../nodes/Smile/events/allEvents';

describe('the event types to ask Smile for', () => {
	it.each([
		[[], []],
		[
			['USER_CREATED', 'INCOMES_ADDED', 'USER_CREATED'],
			['USER_CREATED', 'INCOMES_ADDED'],
		],
		[['USER_CREATED', 'ALL_EVENTS'], ['ALL_EVENTS']],
		[['ALL_EVENTS', 'ALL_EVENTS'], ['ALL_EVENTS']],
	])('of %j are %j', (chosen, asked) => {
		expect(withoutExcess(chosen)).toEqual(asked);
	});
});
