import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { isSubscribed } from './activation/isSubscribed';
import { subscribe } from './activation/subscribe';
import { unsubscribe } from './activation/unsubscribe';
import { testSmileCredential } from './api/credentialTest';
import { loadProviders } from './api/providers';
import { receive } from './delivery/receive';
import { triggerBuilderHint } from './SmileTrigger.builderHint';
import { triggerHints } from './SmileTrigger.hints';
import { triggerProperties } from './SmileTrigger.properties';
import { triggerSubtitle } from './SmileTrigger.subtitle';

export class SmileTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Smile Trigger',
		name: 'smileTrigger',
		icon: { light: 'file:smile.svg', dark: 'file:smile.dark.svg' },
		group: ['trigger'],
		// Above typeVersion 1 n8n 2.41 spares each delivery the evaluation of an expression.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: triggerSubtitle,
		description:
			'Reacts to Smile events and reads the employment and income data that people share',
		eventTriggerDescription:
			'Waiting for an event of Smile. The option Sample Event in Test Runs brings one',
		activationMessage: 'Smile now delivers the selected events to this workflow.',
		defaults: { name: 'Smile Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'getSmileApi', required: true, testedBy: 'testSmileCredential' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Empty, because without it n8n 2.41 answers "firstEntryJson" instead of what webhook() returns.
				responseData: '',
				path: 'webhook',
			},
		],
		triggerPanel: {
			header: '',
			executionsHelp: {
				inactive:
					'Smile triggers have two modes: test and production. <br /> <br /> <b>Use test mode while you build your workflow</b>. Click the "execute" button, then cause an event at Smile, or add the option Sample Event in Test Runs, which brings a made-up one at once. The event will show up in the editor.<br /> <br /> <b>Use production mode to run your workflow automatically</b>. Publish the workflow, and Smile delivers every selected event. These executions show up in the executions list, not in the editor.',
				active:
					'Smile triggers have two modes: test and production. <br /> <br /> <b>Use test mode while you build your workflow</b>. Click the "execute" button, then cause an event at Smile, or add the option Sample Event in Test Runs, which brings a made-up one at once. The event will show up in the editor.<br /> <br /> <b>This workflow is published</b>, so it also runs for every selected event. These executions show up in the executions list.',
			},
			activationHint:
				'Once you have finished building the workflow, publish it to have Smile deliver events continuously.',
		},
		hints: triggerHints,
		builderHint: triggerBuilderHint,
		properties: triggerProperties,
	};

	methods = { credentialTest: { testSmileCredential }, loadOptions: { loadProviders } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isSubscribed(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await subscribe(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unsubscribe(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
