import type { IDataObject } from 'n8n-workflow';

import { openAction } from './support/panels';
import { useBuilder } from './support/useBuilder';

const builder = useBuilder();

const webhook = { resource: 'webhook', name: 'Mine', url: 'https://a.example.test/' };
const create = { ...webhook, operation: 'create', events: ['ALL_EVENTS'] };
const id = (value: string) => ({ __rl: true, mode: 'id', value });
const address = (value: string) => ({ __rl: true, mode: 'url', value });
const event = { type: 'INCOMES_ADDED', id: 'et-1', data: {} };
const getData = { resource: 'event', operation: 'getData', event: '={{ {} }}' };
const getMissed = { resource: 'event', operation: 'getMissed', start: '2026-11-01T00:00:00Z' };
const sendTest = {
	resource: 'event',
	operation: 'sendTest',
	webhookId: address('https://a.example.test/'),
	eventType: 'INCOMES_ADDED',
};
const getIncome = { resource: 'income', operation: 'get' };

interface Fault {
	when: string;
	parameters: IDataObject;
	/** Of the credential. */
	change?: IDataObject;
	/** What is said: what happened, then what to do. */
	said: Array<string | RegExp>;
}

const faults: Fault[] = [
	{
		when: 'Smile refuses the key',
		parameters: { resource: 'webhook', operation: 'getAll' },
		change: { apiSecret: 'dummy-wrong' },
		said: [
			'Smile refused the API key in the Custom environment',
			/INVALID_CREDENTIALS: .+, request [0-9a-f-]{36}/,
			'Check in the Smile API credential',
		],
	},
	{
		when: 'nothing answers at the address of the credential',
		parameters: { resource: 'webhook', operation: 'getAll' },
		change: { baseUrl: 'https://smile.invalid/v1' },
		said: ['Smile could not be reached', 'Check the Base URL in the Smile API credential'],
	},
	{
		when: 'the key would cross a network unencrypted',
		parameters: { resource: 'webhook', operation: 'getAll' },
		change: { baseUrl: 'http://smile.example.test/v1' },
		said: ['Base URL of the Smile API credential must start with https://', 'Correct it in the'],
	},
	{
		when: 'Smile does not know the webhook to get',
		parameters: { resource: 'webhook', operation: 'get', webhookId: id('unknown') },
		said: ['Could not get the webhook unknown: Smile does not know it', 'Check the ID'],
	},
	{
		when: 'Smile does not know the webhook to delete',
		parameters: { resource: 'webhook', operation: 'delete', webhookId: id('unknown') },
		said: ['Smile knows no webhook unknown'],
	},
	{
		when: 'an expression chose no webhook',
		parameters: { resource: 'webhook', operation: 'get', webhookId: id("={{ '' }}") },
		said: ['The field Webhook holds nothing', 'Pick one from the list'],
	},
	{
		when: 'a webhook would get an address without https',
		parameters: { ...create, url: 'http://a.example.test' },
		said: [
			'The field URL holds no address that begins with https://',
			'Smile delivers to no other',
		],
	},
	{
		when: 'a webhook would get too long an address',
		parameters: { ...create, url: `https://a.example.test/${'x'.repeat(500)}` },
		said: ['The field URL holds 523 characters', 'Enter 1 to 500 characters'],
	},
	{
		when: 'a webhook would get too long a name',
		parameters: { ...create, name: 'x'.repeat(201) },
		said: ['The field Name holds 201 characters', 'Enter 1 to 200 characters'],
	},
	{
		when: 'a webhook would get no secret',
		parameters: create,
		change: { webhookSecret: '' },
		said: [
			'The field Secret is empty and the credential has no Webhook Secret',
			'in the Smile API credential under Webhook Secret',
		],
	},
	{
		when: 'nothing is to be updated',
		parameters: { resource: 'webhook', operation: 'update', webhookId: id('unknown') },
		said: ['No field to update is set', 'Add at least one field under Update Fields'],
	},
	{
		when: 'data is to be got for what is no event',
		parameters: getData,
		said: ['The field Event holds no Smile event', 'Give it an item of a Smile Trigger'],
	},
	{
		when: 'new records are to be told apart without a time',
		parameters: { ...getData, event: JSON.stringify(event), options: { onlyNewRecords: true } },
		said: ['Only New Records needs to know when the event was made', 'Event or Simplified'],
	},
	{
		when: 'missed events are to be got from no time on',
		parameters: { ...getMissed, start: "={{ '' }}" },
		said: ['The field Start holds nothing', 'Enter a date and time as in 2026-03-04T05:06:07Z'],
	},
	{
		when: 'missed events are to be got from what is no time',
		parameters: { ...getMissed, start: "={{ 'yesterday evening' }}" },
		said: ['The field Start holds no date', 'Enter a date and time as in 2026-03-04T05:06:07Z'],
	},
	{
		when: 'missed events are to be got up to before their start',
		parameters: { ...getMissed, end: '2026-10-01T00:00:00Z' },
		said: ['Start is later than End', 'Enter a start before the end'],
	},
	{
		when: 'what is no event is said to be known',
		parameters: { ...getMissed, options: { knownEvents: '[{}]' } },
		said: ['Entry 1 of Known Events is no Smile event', 'Give it a list of events'],
	},
	{
		when: 'the fields of a test event are no JSON',
		parameters: { ...sendTest, options: { data: 'count: 2' } },
		said: ['The field Data holds no JSON object', 'Enter fields of the event such as {"count": 2}'],
	},
	{
		when: 'a test event would cross a network unencrypted',
		parameters: { ...sendTest, webhookId: address('http://a.example.test/') },
		said: ['The address for the test event must start with https://', 'Pick another webhook'],
	},
	{
		when: 'nobody receives the test event',
		parameters: { ...sendTest, webhookId: address('https://receiver.invalid/') },
		said: [
			'Could not deliver the test event',
			'Check that https://receiver.invalid/ can be reached',
		],
	},
	{
		when: 'a test event cannot be signed',
		parameters: sendTest,
		change: { webhookSecret: '' },
		said: ['The credential has no webhook secret', 'Enter one in the Smile API credential'],
	},
	{
		when: 'a signature is to be checked over parsed JSON',
		parameters: { resource: 'event', operation: 'verify', body: '={{ { "a": 1 } }}' },
		said: [
			'The field Raw Body does not hold the text that was received',
			'Have the node that receives the event',
		],
	},
	{
		when: 'an expression chose no record',
		parameters: { ...getIncome, incomeId: id("={{ '' }}") },
		said: ['The field Income holds nothing', 'enter its ID'],
	},
	{
		when: 'Smile does not know the record',
		parameters: { ...getIncome, incomeId: id('unknown') },
		said: ['Could not get the income unknown: Smile does not know it', 'Check the ID'],
	},
	{
		when: 'a filter is none that Smile takes',
		parameters: {
			resource: 'transaction',
			operation: 'getAll',
			filters: { startDate: "={{ 'last week' }}" },
		},
		said: ['The field Start Date holds no date', 'or remove it'],
	},
];

describe('an operation that cannot work says so in the output', () => {
	it.each(faults)('when $when', async ({ parameters, change, said }) => {
		const panel = await openAction(builder(), parameters, change);

		await panel.executeButton.click();
		await panel.output.getByText('Error details').waitFor();
		const shown = await panel.output.innerText();

		for (const part of said) {
			if (part instanceof RegExp) expect(shown).toMatch(part);
			else expect(shown).toContain(part);
		}
	});

	it.each([
		['Name', { name: '' }],
		['URL', { url: '' }],
		['Events', { events: [] }],
	])('when %s is left empty: the field is marked', async (label, change) => {
		const panel = await openAction(builder(), { ...create, ...change });

		expect(await panel.issue()).toContain(`Parameter "${label}" is required`);
	});
});
