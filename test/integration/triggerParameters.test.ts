import type { INodeParameters } from 'n8n-workflow';

import { triggerProperties } from '../../nodes/Smile/SmileTrigger.properties';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { nothings, faulty, filters } from '../support/triggerParameterValues';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const publishing = async (options: INodeParameters, parameters: INodeParameters = {}) => {
	const smile = await worlds.startSmile();
	const error = await thrownBy(worlds.publishAt(smile, { options, parameters }));
	return { smile, error };
};

describe('publishing with a filter that was added but holds nothing', () => {
	it.each(nothings)('is an error that names the field, for %j', async (value) => {
		for (const [name, title] of Object.entries(filters)) {
			const { smile, error } = await publishing({ [name]: value });

			expect(error.message).toContain(`${title} holds nothing`);
			expect(smile.webhooks.all).toEqual([]);
		}
	});
});

/** Every option as the editor shows it. */
const options = triggerProperties
	.flatMap(({ options: own = [] }) => own)
	.flatMap((option) => ('displayName' in option && 'type' in option ? [option] : []));

describe('publishing', () => {
	it.each(options.map(({ name, displayName }) => [displayName, name]))(
		'names the option %s when its value makes no sense',
		async (displayName, name) => {
			const { error } = await publishing({ [name]: '={{ ({ id: 1 }) }}' });

			expect(error.message).toMatch(new RegExp(`^${displayName} (holds|is) `));
		},
	);

	it.each([
		...faulty.map((value) => [{ userIds: value }, 'User IDs could not be read'] as const),
		[{ userIds: '={{ ({ id: 1 }) }}' }, 'User IDs holds an object, not text'],
		[{ providers: '={{ [{ id: 1 }] }}' }, 'Providers holds an object, not text'],
		[{ webhookName: '={{ ({ name: 1 }) }}' }, 'Webhook Name holds an object, not text'],
		[{ webhookName: '={{ ["name"] }}' }, 'Webhook Name holds a list, not text'],
		[{ output: 'everything' }, 'Output is none of event, simplified, records'],
		[{ output: '={{ undefined }}' }, 'Output is none of event, simplified, records'],
		[{ includePayload: 'yes' }, 'Include Payload is neither true nor false'],
		[{ ignoreDuplicates: '={{ 1 }}' }, 'Ignore Duplicates is neither true nor false'],
		[{ smileIpOnly: '={{ undefined }}' }, 'Only From Smile Address is neither true nor false'],
		[{ otherEventTypes: '={{ undefined }}' }, 'Other Event Types holds nothing'],
		[{ otherEventTypes: '={{ ({}) }}' }, 'Other Event Types holds an object, not text'],
	] as Array<[INodeParameters, string]>)('with %j says: %s', async (options, message) => {
		const { smile, error } = await publishing(options);

		expect(error.message).toContain(`${message}. Fill it in, or remove it`);
		expect(smile.webhooks.all).toEqual([]);
	});

	it.each([
		[{ events: '={{ foo( }}' }, 'Trigger On could not be read'],
		[{ events: '={{ ({}) }}' }, 'Trigger On holds an object, not text'],
		[{ events: '={{ undefined }}' }, 'No event is selected'],
		[{ events: '={{ "." }}' }, 'No event is selected'],
	] as Array<[INodeParameters, string]>)('with %j says: %s', async (parameters, message) => {
		const { smile, error } = await publishing({}, parameters);

		expect(error.message).toContain(message);
		expect(smile.webhooks.all).toEqual([]);
	});

	it('names the field that is faulty, not one beside it', async () => {
		const { error } = await publishing({
			webhookName: 'Payroll',
			providers: '={{ foo( }}',
			userIds: 'acme-1',
		});

		expect(error.message).toContain('Providers could not be read');
	});

	it.each([
		[{ includePayload: 'true' }, { includePayload: true }],
		[{ includePayload: '={{ "TRUE" }}' }, { includePayload: true }],
		[{ includePayload: '={{ "False" }}' }, { includePayload: false }],
		[{ webhookName: '={{ 2026 }}' }, { name: '2026' }],
		[{ webhookName: '={{ true }}' }, { name: 'true' }],
		[{ webhookName: ' Payroll ' }, { name: 'Payroll' }],
		[{ webhookName: ' ' }, { name: 'n8n: Sample workflow' }],
		[{ otherEventTypes: '' }, { eventTypes: ['ALL_EVENTS'] }],
	] as Array<[INodeParameters, object]>)('with %j registers %j', async (options, registered) => {
		const { smile } = await worlds.publish({ options });

		expect(smile.webhooks.all).toEqual([expect.objectContaining(registered)]);
	});

	it('takes events as text, and All Events alone', async () => {
		const some = await worlds.publish({
			parameters: { events: '={{ "USER_CREATED, INCOMES_ADDED" }}' },
		});
		const all = await worlds.publish({ events: ['USER_CREATED', 'ALL_EVENTS'] });

		expect(some.smile.webhooks.all[0].eventTypes).toEqual(['INCOMES_ADDED', 'USER_CREATED']);
		expect(all.smile.webhooks.all[0].eventTypes).toEqual(['ALL_EVENTS']);
	});
});
