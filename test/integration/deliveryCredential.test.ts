import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('the credential', () => {
	it('is read once for many deliveries', async () => {
		const { smile, trigger } = await worlds.publish();
		const before = trigger.credentials.reads;

		for (let id = 0; id < 10; id += 1) await smile.deliver({ id: `et-${id}`, type: 'T' });

		expect(trigger.executions).toHaveLength(10);
		expect(trigger.credentials.reads - before).toBe(1);
	});

	it('that cannot be read makes Smile send again', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.failNextReads(1);

		const answer = await smile.deliver('INCOMES_ADDED');

		expect(answer.attempts.map(({ status }) => status)).toEqual([503, 200]);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.failedExecutions).toEqual([]);
	});

	it('that was deleted makes Smile send again', async () => {
		const { smile, trigger } = await worlds.publish();
		trigger.credentials.remove();

		const answer = await smile.deliver('INCOMES_ADDED');

		expect(answer.attempts.map(({ status }) => status)).toEqual([503, 503, 503]);
		expect(trigger.failedExecutions).toEqual([]);
	});

	it('accepts the previous secret while the secret is being changed', async () => {
		const { smile, trigger } = await worlds.publish();
		await smile.deliver({ id: 'et-1', type: 'T' });
		trigger.credentials.change({
			webhookSecret: 'dummy-new',
			previousWebhookSecret: sampleWebhookSecret,
		});

		const old = await smile.deliver({ id: 'et-2', type: 'T' });
		const renewed = await smile.deliver({ id: 'et-3', type: 'T' }, { secret: 'dummy-new' });

		expect([old.status, renewed.status]).toEqual([200, 200]);
		expect(trigger.executions).toHaveLength(3);
	});

	it('is read at most once a second for a flood of forgeries', async () => {
		const { smile, trigger } = await worlds.publish();
		await smile.deliver('USER_CREATED');
		const before = trigger.credentials.reads;
		const startedAt = Date.now();

		for (let id = 0; id < 200; id += 1) {
			await smile.deliver({ id: `et-${id}`, type: 'T' }, { retry: false, secret: 'dummy-forged' });
		}

		const seconds = Math.ceil((Date.now() - startedAt) / 1000);
		expect(trigger.credentials.reads - before).toBeLessThanOrEqual(seconds);
		expect(trigger.logs.filter(({ message }) => message.includes('rejected'))).toHaveLength(1);
	});

	it('is not read for what carries no signature', async () => {
		const { smile, trigger } = await worlds.publish();
		const before = trigger.credentials.reads;

		const none = await smile.deliver('USER_CREATED', { retry: false, signature: null });
		const malformed = await smile.deliver('USER_CREATED', { retry: false, signature: 'sha512=0' });

		expect([none.status, malformed.status]).toEqual([401, 401]);
		expect(trigger.credentials.reads).toBe(before);
	});

	it('that cannot be read costs a flood of forgeries one read a second', async () => {
		const { smile, trigger } = await worlds.publish();
		const before = trigger.credentials.reads;
		trigger.credentials.failNextReads(1_000);
		const startedAt = Date.now();

		const statuses = await Promise.all(
			Array.from({ length: 200 }, async (_, id) => {
				const event = { id: `et-${id}`, type: 'T' };
				return (await smile.deliver(event, { retry: false, secret: 'dummy-forged' })).status;
			}),
		);

		const seconds = Math.ceil((Date.now() - startedAt) / 1000);
		expect(new Set(statuses)).toEqual(new Set([503]));
		expect(trigger.credentials.reads - before).toBeLessThanOrEqual(seconds + 1);
		expect(trigger.failedExecutions).toEqual([]);
	});

	it('is read again for a genuine delivery of which a forger has used up the read', async () => {
		const { smile, trigger } = await worlds.publish();
		await smile.deliver({ id: 'et-1', type: 'T' });
		const forged = { retry: false, secret: 'dummy-forged' };
		await smile.deliver({ id: 'et-2', type: 'T' }, forged);
		const before = trigger.credentials.reads;

		trigger.credentials.change({ webhookSecret: 'dummy-new' });
		const genuine = await smile.deliver(
			{ id: 'et-3', type: 'T' },
			{ retry: false, secret: 'dummy-new' },
		);

		expect(genuine.status).toBe(200);
		expect(trigger.credentials.reads - before).toBe(1);
	});
});
