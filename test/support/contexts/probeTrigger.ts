import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

/** A trigger that does what the test tells it to. */
export class ProbeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Probe Trigger',
		name: 'probeTrigger',
		group: ['trigger'],
		version: [1, 2],
		description: 'Does what a test tells it to',
		defaults: { name: 'Probe Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'getSmileApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: 'webhook',
			},
		],
		properties: [],
	};

	calls: string[] = [];

	exists = false;

	createFailure: Error | undefined;

	onDelivery: (context: IWebhookFunctions) => Promise<IWebhookResponseData> = async () => ({
		workflowData: [[{ json: { ok: true } }]],
	});

	webhookMethods = {
		default: {
			checkExists: async () => this.note('checkExists', this.exists),
			create: async () => {
				if (this.createFailure) throw this.createFailure;
				return this.note('create', true);
			},
			delete: async () => this.note('delete', true),
		},
	};

	// n8n calls webhook() on its own context, so the probe is reached through the closure.
	webhook = onDeliveryOf(this);

	private note(call: string, outcome: boolean): boolean {
		this.calls.push(call);
		return outcome;
	}
}

function onDeliveryOf(probe: ProbeTrigger) {
	return async function (this: IWebhookFunctions) {
		return await probe.onDelivery(this);
	};
}
