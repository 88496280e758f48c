import {
	NodeHelpers,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { smileNode } from '../support/contexts/packageClasses';
import { smileTool } from '../support/contexts/smileTool';
import { runAction } from '../support/contexts/runAction';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { byId } from '../support/picked';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const webhook = (operation: string, fields: INodeParameters = {}): INodeParameters => ({
	resource: 'webhook',
	operation,
	...fields,
});
const created = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	events: ['INCOMES_ADDED', 'USER_CREATED'],
};
const secretsOf = (value: unknown) => JSON.stringify(value).match(/"secret"/g) ?? [];

async function smileWith(count: number): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	addWebhooks(smile, count);
	return smile;
}

describe('creating a webhook', () => {
	it('sends what was filled in, with the secret of the credential', async () => {
		const smile = await worlds.startSmile();

		const [item] = await runAction({ smile, parameters: webhook('create', created) });

		const [stored] = smile.webhooks.all;
		expect(stored).toMatchObject({
			name: 'Payroll',
			url: created.url,
			eventTypes: created.events,
			active: true,
			includePayload: false,
			secret: sampleWebhookSecret,
		});
		expect(item?.json).toMatchObject({ id: stored?.id, name: 'Payroll', active: true });
		expect(item?.json).not.toHaveProperty('secret');
	});

	it('takes its own secret and more fields, and shows the secret only on demand', async () => {
		const smile = await worlds.startSmile();

		const [item] = await runAction({
			smile,
			parameters: webhook('create', {
				...created,
				active: false,
				additionalFields: { includePayload: true, secret: 'dummy-own' },
				options: { includeSecret: true },
			}),
		});

		expect(smile.webhooks.all[0]).toMatchObject({
			active: false,
			includePayload: true,
			secret: 'dummy-own',
		});
		expect(item?.json.secret).toBe('dummy-own');
	});

	it('makes no second webhook when the answer is lost', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const [item] = await runAction({ smile, parameters: webhook('create', created) });

		expect(smile.webhooks.all.map(({ id }) => id)).toEqual([item?.json.id]);
	});

	it.each([
		[{ name: ' ' }, 'Name holds nothing'],
		[{ name: '={{ undefined }}' }, 'Name holds nothing'],
		[{ name: '={{ ({}) }}' }, 'Name holds an object, not text'],
		[{ name: 'x'.repeat(201) }, 'Name holds 201 characters'],
		[{ url: '={{ null }}' }, 'URL holds nothing'],
		[{ url: 'http://receiver.example.test' }, 'URL holds no address that begins with https://'],
		[{ url: `https://${'x'.repeat(493)}` }, 'URL holds 501 characters'],
		[{ events: [] }, 'Events holds nothing'],
		[{ events: '={{ undefined }}' }, 'Events holds nothing'],
		[{ events: '={{ [{ a: 1 }] }}' }, 'Events holds an object, not text'],
		[{ active: '={{ "yes" }}' }, 'Active holds neither true nor false'],
		[{ active: '={{ undefined }}' }, 'Active holds nothing'],
		[
			{ additionalFields: { includePayload: '={{ 1 }}' } },
			'Include Payload holds neither true nor false',
		],
		[{ additionalFields: { secret: 'z'.repeat(65) } }, 'Secret holds 65 characters'],
		[{ additionalFields: { secret: '={{ undefined }}' } }, 'Secret holds nothing'],
		[{ additionalFields: { secret: '={{ ["dummy"] }}' } }, 'Secret holds a list, not text'],
		[{ options: { includeSecret: '={{ 1 }}' } }, 'Include Secret holds neither true nor false'],
	])('refuses %j before Smile is asked', async (change, said) => {
		const smile = await worlds.startSmile();
		const parameters = webhook('create', { ...created, ...(change as INodeParameters) });

		const error = await thrownBy(runAction({ smile, parameters }));

		expect(error.message).toBe(`The field ${said}`);
		expect(error.description).toBeTruthy();
		expect(smile.journal.entries).toEqual([]);
	});
});

describe('a webhook that is created with values from expressions', () => {
	it.each([
		['true', true],
		['False', false],
	])('is active and carries the payload as the word %j says', async (word, is) => {
		const smile = await worlds.startSmile();

		const [item] = await runAction({
			smile,
			items: [{ json: { word } }],
			parameters: webhook('create', {
				...created,
				active: '={{ $json.word }}',
				additionalFields: { includePayload: '={{ $json.word }}' },
			}),
		});

		expect(smile.webhooks.all[0]).toMatchObject({ active: is, includePayload: is });
		expect(item.json).toMatchObject({ active: is, includePayload: is });
	});

	it('may be named with a number', async () => {
		const smile = await worlds.startSmile();

		await runAction({ smile, parameters: webhook('create', { ...created, name: '={{ 7 }}' }) });

		expect(smile.webhooks.all[0].name).toBe('7');
	});

	it.each([
		['', 'is empty and the credential has no Webhook Secret'],
		['z'.repeat(65), 'is empty and the credential has a Webhook Secret of 65 characters'],
	])('needs a secret where that of the credential is %j', async (webhookSecret, problem) => {
		const smile = await worlds.startSmile();
		const credential = { webhookSecret };

		const error = await thrownBy(
			runAction({ smile, credential, parameters: webhook('create', created) }),
		);

		expect(error.message).toBe(`The field Secret ${problem}`);
		expect(error.description).toContain('in the Smile API credential under Webhook Secret');
		expect(smile.journal.entries).toEqual([]);
	});
});

describe('the option Include Secret', () => {
	const shown = async (smile: SimulatedSmile, includeSecret: string, nodeType?: INodeType) =>
		await runAction({
			smile,
			nodeType,
			parameters: webhook('getAll', { options: { includeSecret } }),
		});

	it('shows secrets for the word true', async () => {
		const smile = await smileWith(2);

		expect(secretsOf(await shown(smile, '={{ "True" }}'))).toHaveLength(2);
	});

	it('shows none for the word false', async () => {
		const smile = await smileWith(2);

		expect(secretsOf(await shown(smile, '={{ "false" }}'))).toEqual([]);
	});

	it.each(['={{ "no" }}', '={{ 0 }}', '={{ undefined }}', ''])(
		'stops the item where it is %j',
		async (value) => {
			const smile = await smileWith(2);

			const error = await thrownBy(shown(smile, value));

			expect(error.message).toMatch(/^The field Include Secret holds /);
			expect(smile.journal.entries).toEqual([]);
		},
	);

	it('shows none to an agent, whatever it holds', async () => {
		const smile = await smileWith(2);
		expect(secretsOf(await shown(smile, 'true', await smileTool()))).toEqual([]);
	});

	it('is not offered to an agent', async () => {
		const { description } = await smileNode();
		const { description: tool } = await smileTool();
		const parameters = webhook('getAll', { options: { includeSecret: true } });
		const keptFor = (type: INodeTypeDescription) =>
			NodeHelpers.getNodeParameters(type.properties, parameters, true, false, null, type);

		expect(keptFor(description)).toMatchObject({ options: { includeSecret: true } });
		expect(keptFor(tool)).not.toHaveProperty('options.includeSecret');
	});
});

describe('getting webhooks', () => {
	it('returns one by its id, without its secret', async () => {
		const smile = await smileWith(3);
		const [, wanted] = smile.webhooks.all;

		const items = await runAction({
			smile,
			parameters: webhook('get', { webhookId: byId(wanted.id) }),
		});

		expect(items).toEqual([
			expect.objectContaining({ json: expect.objectContaining({ id: wanted.id }) }),
		]);
		expect(secretsOf(items)).toEqual([]);
	});

	it.each([
		[{}, 50],
		[{ limit: 3 }, 3],
		[{ limit: 200 }, 200],
		[{ returnAll: true }, 310],
		[{ returnAll: true, filters: { active: true } }, 155],
		[{ limit: 20, filters: { active: false } }, 20],
		[{ returnAll: true, filters: { eventType: 'ALL_EVENTS' } }, 104],
		[{ returnAll: true, filters: { url: 'https://receiver.example.test/3' } }, 44],
		[{ returnAll: true, filters: { url: 'https://receiver.example.test' } }, 0],
		[{ returnAll: true, filters: { active: true, eventType: 'INCOMES_ADDED' } }, 103],
	])('lists with %j: %d', async (fields, count) => {
		const smile = await smileWith(310);

		const items = await runAction({ smile, parameters: webhook('getAll', fields) });

		expect(items).toHaveLength(count);
		expect(secretsOf(items)).toEqual([]);
	});

	it.each([
		[{ url: '' }, 'URL holds nothing'],
		[{ url: '={{ undefined }}' }, 'URL holds nothing'],
		[{ url: '={{ ({}) }}' }, 'URL holds an object, not text'],
		[{ eventType: '' }, 'Event Type holds nothing'],
		[{ eventType: '={{ null }}' }, 'Event Type holds nothing'],
		[{ active: '={{ undefined }}' }, 'Active holds nothing'],
		[{ active: '={{ "both" }}' }, 'Active holds neither true nor false'],
	])('lists none where a filter was added as %j', async (filters, said) => {
		const smile = await smileWith(3);
		const fields = { filters: filters as INodeParameters };

		const error = await thrownBy(runAction({ smile, parameters: webhook('getAll', fields) }));

		expect(error.message).toBe(`The field ${said}`);
		expect(error.description).toContain('or remove it');
		expect(smile.journal.entries).toEqual([]);
	});

	it('filters by a switch that is a word', async () => {
		const smile = await smileWith(3);
		const fields = { filters: { active: '={{ "false" }}' } };

		expect(await runAction({ smile, parameters: webhook('getAll', fields) })).toHaveLength(1);
	});

	it('asks for no page more than it needs', async () => {
		const smile = await smileWith(310);

		await runAction({ smile, parameters: webhook('getAll', { limit: 10 }) });

		expect(smile.journal.entries).toHaveLength(1);
	});
});

describe('deleting a webhook', () => {
	it('says that it is deleted', async () => {
		const smile = await smileWith(2);
		const [first, second] = smile.webhooks.all;

		const items = await runAction({
			smile,
			parameters: webhook('delete', { webhookId: byId(first.id) }),
		});

		expect(items.map(({ json }) => json)).toEqual([{ deleted: true, id: first.id }]);
		expect(smile.webhooks.all).toEqual([second]);
	});

	it('counts as done when only its answer was lost', async () => {
		const smile = await smileWith(1);
		const [{ id }] = smile.webhooks.all;
		smile.faults.next({ kind: 'answerLost', method: 'DELETE' });

		const [item] = await runAction({
			smile,
			parameters: webhook('delete', { webhookId: byId(id) }),
		});

		expect(item?.json).toEqual({ deleted: true, id });
	});

	it('of an unknown id fails', async () => {
		const smile = await smileWith(1);

		const error = await thrownBy(
			runAction({ smile, parameters: webhook('delete', { webhookId: byId('unknown') }) }),
		);

		expect(error.message).toContain('unknown');
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it.each(['html', 'empty', 'otherEnvelope'] as const)(
		'is not done where something in between answers 404 (%s)',
		async (kind) => {
			const smile = await smileWith(1);
			const [{ id }] = smile.webhooks.all;
			smile.faults.next({ kind, status: 404, method: 'DELETE' });

			const error = await thrownBy(
				runAction({ smile, parameters: webhook('delete', { webhookId: byId(id) }) }),
			);

			expect(error.message).toContain(`Could not delete the webhook ${id}`);
			expect(smile.webhooks.all).toHaveLength(1);
		},
	);
});

describe('several items', () => {
	const items = (...ids: string[]) => ids.map((id) => ({ json: { id } }));
	const parameters = webhook('get', { webhookId: byId('={{ $json.id }}') });

	it('are handled one by one and stay paired', async () => {
		const smile = await smileWith(3);

		const output = await runAction({
			smile,
			items: items('a', 'b'),
			parameters: webhook('getAll', { returnAll: true }),
		});

		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 1, 1, 1].map((item) => ({ item })),
		);
	});

	it('end with the first error, which names its item, code and request', async () => {
		const smile = await smileWith(2);
		const [first] = smile.webhooks.all;

		const error = await thrownBy(
			runAction({ smile, items: items(first.id, 'unknown'), parameters }),
		);

		expect(error.context?.itemIndex).toBe(1);
		expect(error.message).toMatch(/MISSING_RESOURCE: .*, request [0-9a-f-]{36}/);
	});

	it('go on after an error when the workflow says so', async () => {
		const smile = await smileWith(2);
		const [first, second] = smile.webhooks.all;

		const output = await runAction({
			smile,
			items: items(first.id, 'unknown', second.id),
			parameters,
			continueOnFail: true,
		});

		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect(output[0]?.json.id).toBe(first.id);
		expect(output[1]?.json.error).toContain('MISSING_RESOURCE');
		expect(output[2]?.json.id).toBe(second.id);
	});

	it('without a picked webhook ask for one', async () => {
		const smile = await smileWith(1);

		const error = await thrownBy(
			runAction({ smile, parameters: webhook('delete', { webhookId: byId('') }) }),
		);

		expect(error.message).toBe('The field Webhook holds nothing');
		expect(smile.webhooks.all).toHaveLength(1);
	});
});

describe('an error of an operation', () => {
	it('holds neither the key nor a secret', async () => {
		const smile = await worlds.startSmile();
		const credential = { apiSecret: 'dummy-wrong', webhookSecret: 'dummy-webhook' };

		const error = await thrownBy(runAction({ smile, credential, parameters: webhook('getAll') }));

		const all = JSON.stringify({ ...error, message: error.message, cause: error.cause });
		expect(error.message).toContain('refused the API key');
		expect(all).not.toMatch(/dummy-|Basic |authorization/i);
	});
});
