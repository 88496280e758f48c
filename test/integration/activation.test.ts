import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const writes = ({ journal }: SimulatedSmile) =>
	journal.entries.map(({ method }) => method).filter((method) => method !== 'GET');

describe('publishing', () => {
	it('registers one webhook with the fields that were chosen', async () => {
		const { smile, trigger } = await worlds.publish({
			events: ['INCOMES_ADDED', 'ACCOUNT_CONNECTED'],
			options: { includePayload: true },
			workflowName: 'Payroll',
		});

		expect(smile.webhooks.all).toEqual([
			expect.objectContaining({
				name: 'n8n: Payroll',
				url: trigger.url,
				eventTypes: ['ACCOUNT_CONNECTED', 'INCOMES_ADDED'],
				active: true,
				includePayload: true,
				secret: sampleWebhookSecret,
			}),
		]);
	});

	it('keeps the secret nowhere but in the credential', async () => {
		const { trigger } = await worlds.publish();

		expect(trigger.staticData()).toMatchObject({ webhookUrl: trigger.url });
		expect(JSON.stringify(trigger.staticData())).not.toContain(sampleWebhookSecret);
		expect(JSON.stringify(trigger.logs)).not.toContain(sampleWebhookSecret);
	});

	it('asks for all events alone, whatever else is selected', async () => {
		const { smile } = await worlds.publish({ events: ['INCOMES_ADDED', 'ALL_EVENTS'] });

		expect(smile.webhooks.all[0]?.eventTypes).toEqual(['ALL_EVENTS']);
	});

	it('again keeps the identical webhook, as after a restart of n8n', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.journal.clear();

		expect(await trigger.checkExists()).toBe(true);
		await trigger.activate();

		expect(writes(smile)).toEqual([]);
		expect(smile.webhooks.all).toHaveLength(1);
	});

	it('finds its webhook behind hundreds of foreign ones', async () => {
		const smile = await worlds.startSmile();
		for (let count = 0; count < 160; count += 1) smile.webhooks.add();
		const trigger = await worlds.publishAt(smile);
		for (let count = 0; count < 160; count += 1) smile.webhooks.add();

		await trigger.activate();

		expect(smile.webhooks.withUrl(trigger.url)).toHaveLength(1);
		expect(smile.webhooks.all).toHaveLength(321);
	});

	it('takes over an identical webhook although n8n has lost its state', async () => {
		const { smile, trigger } = await worlds.publish();
		const again = await worlds.publishAt(smile, {
			activate: false,
			publicUrl: trigger.url.slice(0, trigger.url.indexOf('webhook/')),
			webhookId: trigger.url.split('/').at(-2),
		});
		smile.journal.clear();

		await again.activate();

		expect(again.url).toBe(trigger.url);
		expect(writes(smile)).toEqual([]);
		expect(again.staticData().webhookId).toBe(smile.webhooks.all[0]?.id);
	});

	it.each([
		['other events', { eventTypes: ['USER_CREATED'] }],
		['the payload included', { includePayload: true }],
		['deliveries switched off', { active: false }],
		['another secret', { secret: 'dummy-other' }],
		['no secret', { secret: '' }],
	])('replaces a webhook with %s, the new one first', async (_name, change) => {
		const { smile, trigger } = await worlds.publish();
		const [{ id, name, url, eventTypes, active, includePayload, secret }] = smile.webhooks.all;
		const fields = { name, url, eventTypes, active, includePayload, secret };
		smile.webhooks.remove(id);
		const outdated = smile.webhooks.add({ ...fields, ...change });
		smile.journal.clear();

		await trigger.activate();

		expect(writes(smile)).toEqual(['POST', 'DELETE']);
		expect(smile.webhooks.all).toEqual([expect.objectContaining(fields)]);
		expect(smile.webhooks.get(outdated.id)).toBeUndefined();
	});

	it('removes what else has the same address and touches no other', async () => {
		const { smile, trigger } = await worlds.publish();
		const [kept] = smile.webhooks.all;
		smile.webhooks.add({ url: trigger.url, secret: 'dummy-other' });
		smile.webhooks.add({
			url: trigger.url,
			secret: sampleWebhookSecret,
			eventTypes: ['USER_CREATED'],
		});
		const foreign = [
			smile.webhooks.add({ url: `${trigger.url}/` }),
			smile.webhooks.add({ url: trigger.url.toUpperCase() }),
			smile.webhooks.add(),
		];

		await trigger.activate();

		expect(smile.webhooks.all.map(({ id }) => id).sort()).toEqual(
			[kept, ...foreign].map(({ id }) => id).sort(),
		);
	});

	it('keeps the webhook of which Smile does not tell the secret', async () => {
		const { smile, trigger } = await worlds.publish({}, { withoutSecretEcho: true });
		smile.journal.clear();

		await trigger.activate();

		expect(writes(smile)).toEqual([]);
	});

	it('replaces the webhook when the secret changed and Smile does not tell it', async () => {
		const { smile, trigger } = await worlds.publish({}, { withoutSecretEcho: true });
		trigger.credentials.change({ webhookSecret: 'dummy-new' });

		await trigger.activate();

		expect(smile.webhooks.all.map(({ secret }) => secret)).toEqual(['dummy-new']);
	});

	it.each([
		[{ publicUrl: 'http://n8n.example.test/' }, 'N8N_WEBHOOK_URL'],
		[{ publicUrl: `https://n8n.example.test/${'x'.repeat(480)}/` }, 'at most 500 characters'],
		[{ credential: { webhookSecret: '' } }, 'Webhook Secret'],
		[{ credential: { webhookSecret: 'z'.repeat(65) } }, 'at most 64 characters'],
		[{ events: [] }, 'Trigger On'],
		[{ credential: { apiSecret: 'dummy-wrong' } }, 'refused the API key'],
		[
			{ credential: { environment: 'custom', baseUrl: 'http://smile.example.test/v1' } },
			'https://',
		],
	])('with %j fails and says what to do', async (given, said) => {
		const smile = await worlds.startSmile();
		const trigger = await worlds.publishAt(smile, { ...given, activate: false });

		await expect(trigger.activate()).rejects.toThrow(said);
		expect(smile.webhooks.all).toEqual([]);
	});

	it.each([
		['Smile Trigger', null, true],
		['収入', null, true],
		['Smile Trigger', 'id-1', false],
		['SmileTrigger', null, false],
	])(
		'of "%s" with the webhook id %s warns of an address that n8n will not find: %s',
		async (nodeName, webhookId, isWarned) => {
			const { smile, trigger } = await worlds.publish({ nodeName, webhookId });

			const warnings = trigger.logs.filter(({ message }) =>
				message.includes('No event will reach'),
			);
			expect(warnings.map(({ level }) => level)).toEqual(isWarned ? ['warn'] : []);
			expect(smile.webhooks.all).toHaveLength(1);
		},
	);

	it('refused by Smile says all of it in the description, which is all that n8n 1 shows', async () => {
		const smile = await worlds.startSmile();
		const credential = { apiSecret: 'dummy-wrong' };
		const trigger = await worlds.publishAt(smile, { credential, activate: false });

		await expect(trigger.activate()).rejects.toMatchObject({
			description: expect.stringMatching(
				/refused the API key .+request [0-9a-f-]{36}\)\. Check in/,
			),
		});
	});
});
