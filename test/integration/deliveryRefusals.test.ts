import vectors from '../fixtures/vectors.json';
import { Worlds } from '../support/world';
import { rejected } from '../support/deliveryAnswers';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('a delivery that is not from Smile', () => {
	const genuine = vectors[0].signature;
	it.each([
		['without a signature', { signature: null }],
		['with another body than the signed one', { alter: (body: Buffer) => `${body}\n` }],
		['with the signature of another body', { signature: genuine }],
		['with a signature in upper case', { signature: genuine.toUpperCase() }],
		['with half a signature', { signature: genuine.slice(0, 64) }],
		['with a signature that is no hex', { signature: 'z'.repeat(128) }],
		['with two signature headers', { signature: [genuine, genuine] }],
		['signed with another secret', { secret: 'dummy-forged' }],
	])('%s is refused', async (_name, how) => {
		const { smile, trigger } = await worlds.publish();

		const answer = await smile.deliver('INCOMES_ADDED', { retry: false, ...how });

		expect(answer).toMatchObject({ status: 401, body: rejected('signature') });
		expect(trigger.executions).toEqual([]);
		expect(trigger.failedExecutions).toEqual([]);
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('rejected') }),
		);
	});

	it('is refused when the credential has no secret', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.change({ webhookSecret: '', previousWebhookSecret: '' });

		const answer = await smile.deliver('INCOMES_ADDED', { retry: false, secret: 'dummy' });

		expect(answer).toMatchObject({ status: 401, body: rejected('signature') });
	});

	it('is refused where Smile has a webhook without a secret', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.webhooks.clear();
		smile.webhooks.add({ url: trigger.url, secret: '' });

		const [answer] = await smile.emit('INCOMES_ADDED', { retry: false });

		expect(answer).toMatchObject({ status: 401, body: rejected('signature') });
		expect(trigger.executions).toEqual([]);
	});

	it('may sign with the empty secret in vain', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.change({ webhookSecret: '' });

		const answer = await smile.deliver('INCOMES_ADDED', { retry: false, secret: '' });

		expect(answer.status).toBe(401);
	});

	it('cannot write into the log', async () => {
		const { smile, trigger } = await worlds.publish();

		await smile.deliver(
			{ id: 'et-forged-id', type: 'FORGED_TYPE' },
			{ retry: false, secret: 'dummy-forged' },
		);

		expect(JSON.stringify(trigger.logs)).not.toMatch(/et-forged-id|FORGED_TYPE|dummy/);
	});
});

describe('the address of the caller', () => {
	it('does not matter unless somebody asks for it', async () => {
		const { smile } = await worlds.publish();

		expect((await smile.deliver('USER_CREATED')).status).toBe(200);
	});

	it('is refused before the signature is looked at', async () => {
		const { smile, trigger } = await worlds.publish({ options: { smileIpOnly: true } });
		const readsBefore = trigger.credentials.reads;

		const answer = await smile.deliver('USER_CREATED', { retry: false });

		expect(answer).toMatchObject({ status: 403, body: rejected('address') });
		expect(trigger.credentials.reads).toBe(readsBefore);
		expect(trigger.executions).toEqual([]);
	});

	it('is taken from the proxy only when n8n trusts one', async () => {
		const options = { smileIpOnly: true };
		const headers = { 'X-Forwarded-For': '18.142.61.230' };
		const behind = await worlds.publish({ options, proxyHops: 1 });
		const direct = await worlds.publish({ options });

		expect((await behind.smile.deliver('USER_CREATED', { headers })).status).toBe(200);
		expect((await direct.smile.deliver('USER_CREATED', { headers, retry: false })).status).toBe(
			403,
		);
	});
});
