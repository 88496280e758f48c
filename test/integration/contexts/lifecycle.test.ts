import type { IHookFunctions } from 'n8n-workflow';
import { post } from '../../support/contexts/post';
import { ProbeTrigger } from '../../support/contexts/probeTrigger';
import { publishTrigger } from '../../support/contexts/publishTrigger';
import type { PublishedTrigger, PublishOptions } from '../../support/contexts/publishedTrigger';

let probe: ProbeTrigger;
const published: PublishedTrigger[] = [];

beforeEach(() => {
	probe = new ProbeTrigger();
});

afterEach(async () => {
	await Promise.all(published.splice(0).map(async (trigger) => await trigger.close()));
});

async function publish(options: PublishOptions = {}): Promise<PublishedTrigger> {
	const trigger = await publishTrigger({ nodeType: probe, typeVersion: 2, ...options });
	published.push(trigger);
	return trigger;
}

describe('a lifecycle in the contexts', () => {
	it('creates what does not exist and nothing else', async () => {
		const trigger = await publish();

		await trigger.activate();
		probe.exists = true;
		await trigger.activate();
		await trigger.deactivate();

		expect(probe.calls).toEqual(['checkExists', 'create', 'checkExists', 'delete']);
	});

	it('deletes after a creation that failed, and throws its error', async () => {
		probe.createFailure = new Error('Smile said no');
		const trigger = await publish();

		await expect(trigger.activate()).rejects.toThrow('Smile said no');

		expect(probe.calls).toEqual(['checkExists', 'delete']);
		expect((await post(trigger, '{}')).status).toBe(404);
	});

	it('shows the node its public address', async () => {
		const seen: unknown[] = [];
		probe.webhookMethods.default.checkExists = async function (this: IHookFunctions) {
			seen.push(this.getNodeWebhookUrl('default'), this.getMode(), this.getActivationMode());
			return true;
		} as never;
		const trigger = await publish({
			publicUrl: 'http://n8n.example.test/behind/',
			webhookId: 'w1',
		});

		await trigger.activate();

		expect(trigger.url).toBe('http://n8n.example.test/behind/webhook/w1/webhook');
		expect(seen).toEqual([trigger.url, 'trigger', 'activate']);
		expect((await post(trigger, '{}')).status).toBe(200);
	});

	it('stores static data that publishing changed and hands it to the next delivery', async () => {
		probe.webhookMethods.default.create = async function (this: IHookFunctions) {
			this.getWorkflowStaticData('node').webhookId = 'w-1';
			return true;
		} as never;
		probe.onDelivery = async (context) => ({
			webhookResponse: { ...context.getWorkflowStaticData('node') },
		});
		const trigger = await publish();

		await trigger.activate();

		expect(trigger.staticData()).toEqual({ webhookId: 'w-1' });
		expect((await post(trigger, '{}')).body).toBe('{"webhookId":"w-1"}');
	});

	it('ends test mode after the first execution', async () => {
		const trigger = await publish({ mode: 'manual', activate: true });

		const first = await post(trigger, '{}');
		const second = await post(trigger, '{}');

		expect(trigger.url).toContain('/webhook-test/');
		expect([first.status, second.status]).toEqual([200, 404]);
		expect(probe.calls).toEqual(['checkExists', 'create', 'delete']);
	});
});
