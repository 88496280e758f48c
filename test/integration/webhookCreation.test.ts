import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { webhook, created } from '../support/webhookRuns';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

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

	it('takes an address with HTTPS in capitals, and gives it to Smile as that asks for it', async () => {
		const smile = await worlds.startSmile();
		const url = 'HTTPS://receiver.example.test/Smile';

		await runAction({ smile, parameters: webhook('create', { ...created, url }) });

		expect(smile.webhooks.all[0].url).toBe('https://receiver.example.test/Smile');
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
