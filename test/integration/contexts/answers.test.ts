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

describe('an answer in the contexts', () => {
	it('is the one of the node, beside the execution that it starts', async () => {
		probe.onDelivery = async () => ({
			webhookResponse: { status: 'accepted' },
			workflowData: [[{ json: { id: 1 } }, { json: { id: 2 } }]],
		});
		const trigger = await publish();

		const answer = await post(trigger, '{}');

		expect(answer).toEqual({ status: 200, body: '{"status":"accepted"}' });
		expect(trigger.executions).toEqual([[{ json: { id: 1 } }, { json: { id: 2 } }]]);
	});

	it('says that the workflow was started when the node says nothing', async () => {
		const trigger = await publish();

		expect(await post(trigger, '{}')).toEqual({
			status: 200,
			body: '{"message":"Workflow was started"}',
		});
	});

	it('is a literal of n8n when the description leaves responseData out', async () => {
		probe.description.webhooks?.forEach((webhook) => delete webhook.responseData);
		const trigger = await publish();

		expect(await post(trigger, '{}')).toEqual({ status: 200, body: 'firstEntryJson' });
	});

	it('is left to the node that has sent one', async () => {
		probe.onDelivery = async (context) => {
			context.getResponseObject().status(401).json({ status: 'rejected' }).end();
			return { noWebhookResponse: true };
		};
		const trigger = await publish();

		const answer = await post(trigger, '{}');

		expect(answer).toEqual({ status: 401, body: '{"status":"rejected"}' });
		expect(trigger.executions).toEqual([]);
		expect(trigger.logs).toEqual([]);
	});

	it('is 500 with a failed execution when the node throws', async () => {
		probe.onDelivery = async () => {
			throw new Error('the probe broke');
		};
		const trigger = await publish();

		const answer = await post(trigger, '{}');

		expect(answer.status).toBe(500);
		expect(answer.body).not.toContain('the probe broke');
		expect(trigger.executions).toEqual([]);
		expect(trigger.failedExecutions.map(({ error }) => error.message)).toEqual(['the probe broke']);
	});

	it('is 500 once when the execution cannot be stored', async () => {
		const trigger = await publish();
		trigger.failNextExecutionStart();

		const statuses = [(await post(trigger, '{}')).status, (await post(trigger, '{}')).status];

		expect(statuses).toEqual([500, 200]);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.logs.map(({ level }) => level)).toContain('error');
	});

	it('waits for the execution to be stored', async () => {
		const trigger = await publish();
		let store = () => {};
		trigger.delayExecutionStart(new Promise<void>((resolve) => (store = resolve)));

		const answer = post(trigger, '{}');
		const early = await Promise.race([answer, post(trigger, '{"id":').then(() => 'no answer')]);
		store();

		expect(early).toBe('no answer');
		expect((await answer).status).toBe(200);
	});
});
