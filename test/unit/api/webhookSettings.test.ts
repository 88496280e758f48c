import { byAge, hasSettings, settingsOf } from '../../../nodes/Smile/api/webhookSettings';

const settings = {
	url: 'https://receiver.example.test/smile',
	eventTypes: ['USER_CREATED', 'INCOMES_ADDED'],
	active: true,
	includePayload: false,
};
const hook = { id: 'w-1', name: 'Payroll', secret: 'dummy-secret', ...settings };

describe('the settings of a webhook', () => {
	it.each([
		['shown', hook],
		['left out', { ...hook, active: undefined, includePayload: undefined }],
		['null', { ...hook, active: null, includePayload: null }],
	])('are read where the switches are %s', (_how, shown) => {
		expect(settingsOf(shown)).toEqual(settings);
	});

	it('are read where they are the other way round', () => {
		const turned = { active: false, includePayload: true };

		expect(settingsOf({ ...hook, ...turned })).toEqual({ ...settings, ...turned });
	});

	it.each([
		['another name and secret', { name: 'Other', secret: null }],
		[
			'its types in another order, one twice',
			{ eventTypes: ['INCOMES_ADDED', ...hook.eventTypes] },
		],
		['no word of its switches', { active: null, includePayload: undefined }],
	])('are those that are wanted, with %s', (_what, change) => {
		expect(hasSettings({ ...hook, ...change }, settings)).toBe(true);
	});

	it.each([
		['another address', { url: `${hook.url}/` }],
		['deliveries off', { active: false }],
		['the payload included', { includePayload: true }],
		['one type more', { eventTypes: [...hook.eventTypes, 'DOCUMENTS_ADDED'] }],
		['one type less', { eventTypes: ['USER_CREATED'] }],
		['another type', { eventTypes: ['USER_CREATED', 'DOCUMENTS_ADDED'] }],
	])('are others with %s', (_what, change) => {
		expect(hasSettings({ ...hook, ...change }, settings)).toBe(false);
	});
});

it('webhooks are sorted from the oldest to the newest, and by id where the moment is the same', () => {
	const made = (id: string, createdAt?: string | null) => ({ ...hook, id, createdAt });
	const hooks = [
		made('b', '2026-03-04T05:06:07Z'),
		made('a', '2026-03-04T05:06:07Z'),
		made('z', '2026-03-04T05:06:06Z'),
		made('y', null),
		made('x'),
	];

	expect(hooks.sort(byAge).map(({ id }) => id)).toEqual(['x', 'y', 'z', 'a', 'b']);
});
