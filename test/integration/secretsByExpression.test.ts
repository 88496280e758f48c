import { runAction } from '../support/contexts/runAction';
import { sampleCredential, sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { testCredential } from '../support/contexts/testCredential';
import { thrownBy } from '../support/thrownBy';
import { rejected } from '../support/deliveryAnswers';
import { created, webhook } from '../support/webhookRuns';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const values = [
	['={{ 12345678 }}', '12345678'],
	['={{ 0.5 }}', '0.5'],
] as const;
const none = [
	['={{ ({ a: 1 }) }}', 'holds an object, not text'],
	['={{ ["dummy"] }}', 'holds a list, not text'],
	['={{ true }}', 'holds true, not text'],
] as const;

describe('a webhook secret by expression', () => {
	it.each(values)('that is %s is the same at Smile and at a delivery', async (secret, text) => {
		const smile = await worlds.startSmile();
		const credential = { webhookSecret: secret };
		const tested = await testCredential(sampleCredential(smile, credential));

		const trigger = await worlds.publishAt(smile, { credential });
		const [answer] = await smile.emit('INCOMES_ADDED', { retry: false });

		expect(tested.status).toBe('OK');
		expect(smile.webhooks.all.map(({ secret: signing }) => signing)).toEqual([text]);
		expect(answer.status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	it.each(values)('that is %s is accepted as the previous one', async (secret, text) => {
		const { smile, trigger } = await worlds.publish({
			credential: { previousWebhookSecret: secret },
		});

		const answer = await smile.deliver('INCOMES_ADDED', { retry: false, secret: text });

		expect(answer.status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	it.each(none)('that is %s is named by the test and by publishing', async (secret, said) => {
		const smile = await worlds.startSmile();
		const credential = { webhookSecret: secret };

		const tested = await testCredential(sampleCredential(smile, credential));
		const error = await thrownBy(worlds.publishAt(smile, { credential }));

		expect(tested).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(`The Webhook Secret of the Smile API credential ${said}`),
		});
		expect(error.message).toContain(said);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(none)('that is %s is named as the previous one too', async (secret, said) => {
		const smile = await worlds.startSmile();
		const credential = { previousWebhookSecret: secret };

		const tested = await testCredential(sampleCredential(smile, credential));
		const error = await thrownBy(worlds.publishAt(smile, { credential }));

		expect(tested.message).toContain(`The Previous Webhook Secret of the Smile API credential`);
		expect(error.message).toContain(said);
		expect(smile.webhooks.all).toEqual([]);
	});

	it.each(none)('that comes to be %s makes nothing genuine', async (secret) => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.change({ webhookSecret: secret, previousWebhookSecret: secret });

		for (const forged of ['[object Object]', 'dummy', 'true', '', sampleWebhookSecret]) {
			const answer = await smile.deliver('INCOMES_ADDED', { retry: false, secret: forged });
			expect(answer).toMatchObject({ status: 401, body: rejected('signature') });
		}
		expect(trigger.executions).toEqual([]);
	});

	it('whose condition fails is no previous one, and nobody signs with its text', async () => {
		const { smile, trigger } = await worlds.publish({
			credential: { previousWebhookSecret: '={{ 1 > 2 && "dummy" }}' },
		});

		const forged = await smile.deliver('INCOMES_ADDED', { retry: false, secret: 'false' });
		const genuine = await smile.deliver('INCOMES_ADDED', { retry: false });

		expect([forged.status, genuine.status]).toEqual([401, 200]);
		expect(trigger.executions).toHaveLength(1);
	});

	it.each(none)('that is %s is not given to a created webhook', async (secret, said) => {
		const smile = await worlds.startSmile();
		const parameters = webhook('create', created);

		const error = await thrownBy(
			runAction({ smile, credential: { webhookSecret: secret }, parameters }),
		);

		expect(error.message).toBe(
			`The field Secret is empty and the credential has a Webhook Secret that ${said}`,
		);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(none)('that is %s signs no test event', async (secret, said) => {
		const smile = await worlds.startSmile();
		const { id } = smile.webhooks.add();
		const parameters = {
			resource: 'event',
			operation: 'sendTest',
			webhookId: { __rl: true, mode: 'id', value: id },
			eventType: 'USER_CREATED',
		};

		const error = await thrownBy(
			runAction({ smile, credential: { webhookSecret: secret }, parameters }),
		);

		expect(error.message).toContain(`The Webhook Secret of the Smile API credential ${said}`);
	});
});
