import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { ProbeTrigger } from '../../support/contexts/probeTrigger';
import { publishTrigger } from '../../support/contexts/publishTrigger';
import type { PublishedTrigger, PublishOptions } from '../../support/contexts/publishedTrigger';
import { runAction } from '../../support/contexts/runAction';

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

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

describe('an action in the contexts', () => {
	class ProbeAction implements INodeType {
		description: INodeTypeDescription = {
			...new ProbeTrigger().description,
			name: 'probe',
			webhooks: undefined,
			usableAsTool: true,
			inputs: [NodeConnectionTypes.Main],
			properties: [{ displayName: 'Text', name: 'text', type: 'string', default: '' }],
		};

		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const carriesOn = this.continueOnFail();
			return [
				this.getInputData().map((_item, item) => ({
					json: { text: this.getNodeParameter('text', item) as string, carriesOn },
					pairedItem: { item },
				})),
			];
		}
	}

	it('resolves its parameters for every item', async () => {
		const output = await runAction({
			nodeType: new ProbeAction(),
			parameters: { text: '={{ $json.name }}' },
			items: [{ json: { name: 'a' } }, { json: { name: 'b' } }],
			continueOnFail: true,
		});

		expect(output).toEqual([
			{ json: { text: 'a', carriesOn: true }, pairedItem: { item: 0 } },
			{ json: { text: 'b', carriesOn: true }, pairedItem: { item: 1 } },
		]);
	});

	it('sends requests with the credential that the node names', async () => {
		probe.onDelivery = async (context) => ({
			webhookResponse: { authorization: context.getHeaderData().authorization },
		});
		const { localUrl } = await publish();
		const nodeType = new ProbeAction();
		nodeType.execute = async function (this: IExecuteFunctions) {
			const request = { method: 'POST' as const, url: localUrl, body: {}, json: true };
			const send = this.helpers.httpRequestWithAuthentication;
			const json = (await send.call(this, 'getSmileApi', request)) as IDataObject;
			return [[{ json }]];
		};

		const [output] = await runAction({ nodeType, parameters: {} });

		expect(output.json).toEqual({ authorization: `Basic ${base64('dummy-key:dummy-secret')}` });
	});
});
