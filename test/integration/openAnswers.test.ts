import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { sampleCredential } from '../support/contexts/sampleCredential';
import { testCredential } from '../support/contexts/testCredential';
import { byId } from '../support/picked';
import { quickPauses } from '../support/quickPauses';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import type { SmileSwitches } from '../support/smile/switches';
import { thrownBy } from '../support/thrownBy';
import { itemsOf, Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

type Switches = Partial<SmileSwitches>;

/** Every way to answer that Smile's documents leave open and that all lists have. */
const ofLists: Array<[string, Switches]> = [
	['as its samples show', {}],
	['without a last cursor', { lastCursor: 'missing' }],
	['with an empty last cursor', { lastCursor: 'empty' }],
	['with numbers for cursors', { numericCursors: true }],
	['newest first', { listOrder: 'newestFirst' }],
	['by id', { listOrder: 'byId' }],
];

/** The ways that webhooks have besides. */
const ofWebhooks: Array<[string, Switches]> = [
	...ofLists,
	['without what a webhook need not have', { sparseWebhooks: true }],
	['with ALL_EVENTS alone', { allEventsAmongOthers: 'alone' }],
	['refusing ALL_EVENTS among others', { allEventsAmongOthers: 'refused' }],
	['a deletion without a body', { deletionAnswer: 'empty' }],
	['the deletion of what is unknown with success', { unknownDeletion: 'OK' }],
];

const idsOf = (items: INodeExecutionData[]) => items.map(({ json }) => String(json.id)).sort();
const webhook = (operation: string, fields: INodeParameters = {}): INodeParameters => ({
	resource: 'webhook',
	operation,
	...fields,
});

async function smileWith(switches: Switches): Promise<SimulatedSmile> {
	return await worlds.startSmile({ switches });
}

/** The ids of what Get Missed finds by default. */
let usual: string[] | undefined;

async function missedAt(smile: SimulatedSmile): Promise<string[]> {
	const [start, end] = ['2026-03-04T10:00:00Z', '2026-03-04T22:00:00Z'];
	smile.data.happen(new Date(start), new Date(end), { people: 2 });
	const parameters = { resource: 'event', operation: 'getMissed', start, end };
	return idsOf(await runAction({ smile, parameters }));
}

describe.each(ofLists)('a Smile that answers lists %s', (_how, switches) => {
	it('gives all records of several pages, each once', async () => {
		const smile = await smileWith(switches);
		smile.data.transactions(320);
		const held = smile.data.all('transactions').map(({ id }) => id);

		const items = await runAction({
			smile,
			parameters: { resource: 'transaction', operation: 'getAll', returnAll: true },
		});

		expect(idsOf(items)).toEqual([...held].sort());
	});

	it('gives the records behind an event', async () => {
		const smile = await smileWith(switches);
		const accountId = smile.data.transactions(320);
		const count = smile.data.of('transactions', accountId).length;
		const createdAt = '2026-03-04T12:00:00Z';
		const event = { id: 'et-1', type: 'TRANSACTIONS_ADDED', createdAt, data: { accountId, count } };

		const items = await runAction({
			smile,
			items: [{ json: event }],
			parameters: { resource: 'event', operation: 'getData' },
		});

		expect(new Set(items.map(({ json }) => JSON.stringify(json.record))).size).toBe(count);
		expect(items).toHaveLength(count);
	});

	it('leads to the same missed events', async () => {
		const missed = await missedAt(await smileWith(switches));

		expect(missed.length).toBeGreaterThan(20);
		expect(missed).toEqual((usual ??= await missedAt(await smileWith({}))));
	});
});

describe.each(ofWebhooks)('a Smile that answers %s', (_how, switches) => {
	it('accepts a credential', async () => {
		const smile = await smileWith(switches);
		addWebhooks(smile, 3);

		expect((await testCredential(sampleCredential(smile))).status).toBe('OK');
	});

	it('has one webhook of a workflow that is published again and again', async () => {
		const smile = await smileWith(switches);
		addWebhooks(smile, 160);
		const events = ['ALL_EVENTS', 'USER_CREATED'];

		const trigger = await worlds.publishAt(smile, { events });
		await trigger.activate();
		await trigger.activate();

		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
		expect(smile.journal.of('POST', '/webhooks')).toHaveLength(1);
		expect(smile.webhooks.all).toHaveLength(161);
	});

	it('lists, changes and deletes webhooks', async () => {
		const smile = await smileWith(switches);
		addWebhooks(smile, 160);
		const [old] = smile.webhooks.all;
		const updateFields = { name: 'Renamed', secret: 'dummy-new' };

		const listed = await runAction({ smile, parameters: webhook('getAll', { returnAll: true }) });
		const [renewed] = await runAction({
			smile,
			parameters: webhook('update', { webhookId: byId(old.id), updateFields }),
		});
		const webhookId = byId(String(renewed.json.id));
		const [deleted] = await runAction({ smile, parameters: webhook('delete', { webhookId }) });

		expect(listed).toHaveLength(160);
		expect(renewed.json).toMatchObject({ name: 'Renamed', replacedWebhookId: old.id });
		expect(deleted.json).toEqual({ deleted: true, id: renewed.json.id });
		expect(smile.webhooks.all).toHaveLength(159);
	});

	it('makes no second webhook when the answer to the first is lost', async () => {
		const smile = await smileWith(switches);
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const [made] = await runAction({
			smile,
			parameters: webhook('create', {
				name: 'Payroll',
				url: 'https://receiver.example.test/smile',
				events: ['ALL_EVENTS', 'USER_CREATED'],
			}),
		});

		expect(smile.webhooks.all.map(({ id }) => id)).toEqual([made.json.id]);
	});
});

describe('a wrong key', () => {
	it.each([
		['INVALID_CREDENTIALS', false, 'refused the API key'],
		['INVALID_TOKEN', false, 'refused the API key'],
		['UNAUTHORIZED_ACCESS', false, 'refused the API key'],
		['INVALID_TOKEN', true, 'refused the API key'],
		['UNAUTHORIZED_ACCESS', true, 'did not come from the Smile API but from something in between'],
	] as const)('answered with %s, bare: %s, is told', async (wrongKeyAnswer, bareWrongKey, said) => {
		const smile = await worlds.startSmile({ wrongKeyAnswer, switches: { bareWrongKey } });
		const credential = { apiSecret: 'dummy-wrong' };

		const tested = await testCredential(sampleCredential(smile, credential));
		const error = await thrownBy(runAction({ smile, credential, parameters: webhook('getAll') }));

		expect(tested.message).toContain(said);
		expect(error.message).toContain(said);
	});
});

describe('an address with another version', () => {
	it.each(['envelope', 'page'] as const)(
		'that answers with its %s is told',
		async (unknownPath) => {
			const smile = await smileWith({ unknownPath });
			const baseUrl = smile.baseUrl.replace('/v1', '/v2');
			const credential = { baseUrl };

			const tested = await testCredential(sampleCredential(smile, credential));
			const error = await thrownBy(runAction({ smile, credential, parameters: webhook('getAll') }));
			const trigger = await worlds.publishAt(smile, { credential, activate: false });
			const published = await thrownBy(trigger.checkExists());

			expect([tested.message, error.description, published.description].join('\n')).toMatch(
				/(.*with its version path such as \/v1.*\n?){3}/,
			);
		},
	);
});

describe.each<[string, Switches]>([
	['no payload', {}],
	['a payload of null', { emptyPayload: 'null' }],
	['an empty payload', { emptyPayload: 'emptyObject' }],
	['nothing that need not be there', { sparseEvents: true }],
])('an event with %s', (_how, switches) => {
	it.each(['event', 'simplified', 'records'])('comes out as %s', async (output) => {
		const { smile, trigger } = await worlds.publish(
			{ events: ['TASK_FINISHED'], options: { output } },
			{ switches },
		);

		const [{ status }] = await smile.emit('TASK_FINISHED');

		expect(status).toBe(200);
		const [items] = itemsOf(trigger);
		expect(items).toHaveLength(1);
		expect(items[0]).not.toHaveProperty('record');
	});
});
