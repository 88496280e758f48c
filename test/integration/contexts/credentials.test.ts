import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { post } from '../../support/contexts/post';
import { ProbeTrigger } from '../../support/contexts/probeTrigger';
import { publishTrigger } from '../../support/contexts/publishTrigger';
import type { PublishedTrigger, PublishOptions } from '../../support/contexts/publishedTrigger';
import { testCredential } from '../../support/contexts/testCredential';

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

describe('a credential in the contexts', () => {
	const echoCredential = async (context: IWebhookFunctions): Promise<IWebhookResponseData> => ({
		webhookResponse: await context.getCredentials('getSmileApi'),
	});

	it('has its defaults, its expressions resolved and no hidden field', async () => {
		probe.onDelivery = echoCredential;
		const trigger = await publish({
			credential: { webhookSecret: '={{ "dummy-" + 1 }}', baseUrl: 'https://hidden.example' },
		});

		const credential = JSON.parse((await post(trigger, '{}')).body) as IDataObject;

		expect(credential).toMatchObject({
			environment: 'sandbox',
			webhookSecret: 'dummy-1',
			previousWebhookSecret: '',
		});
		expect(credential).not.toHaveProperty('baseUrl');
	});

	it('counts reads, fails when told to and changes', async () => {
		probe.onDelivery = echoCredential;
		const trigger = await publish();
		trigger.credentials.failNextReads(1);

		const failed = await post(trigger, '{}');
		trigger.credentials.change({ webhookSecret: 'dummy-rotated' });
		const changed = await post(trigger, '{}');

		expect(failed.status).toBe(500);
		expect(JSON.parse(changed.body)).toMatchObject({ webhookSecret: 'dummy-rotated' });
		expect(trigger.credentials.reads).toBe(2);
	});

	it('is tested by the function that a node names for it', async () => {
		const nodeType = {
			description: {
				...probe.description,
				credentials: [{ name: 'getSmileApi', testedBy: 'probeCredential' }],
			},
			methods: {
				credentialTest: {
					probeCredential: async (credential: { data?: IDataObject }) => ({
						status: 'Error' as const,
						message: `asked ${String(credential.data?.environment)}`,
					}),
				},
			},
		};

		const outcome = await testCredential({ apiKey: 'dummy-key' }, [nodeType]);

		expect(outcome).toEqual({ status: 'Error', message: 'asked sandbox' });
	});
});
