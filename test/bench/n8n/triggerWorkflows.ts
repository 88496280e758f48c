import type { Credential, WorkflowInput } from '../../support/n8n/types';
import { TRIGGER_VERSIONS } from '../../support/outputPreviews';
import { sampleType } from '../sampleBody';
import { bareTriggerType } from './bareTrigger';
import { after, connect, node } from './nodes';

export const repository = { owner: 'acme', name: 'payroll' };

function started(name: string, trigger: WorkflowInput['nodes'][number]): WorkflowInput {
	const nodes = [trigger, after()];
	return { name, nodes, connections: connect([[trigger.name, 'After']]) };
}

/** n8n's own Webhook node: no verification, answers at once. */
export function webhookWorkflow(path: string): WorkflowInput {
	const parameters = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
	const type = 'n8n-nodes-base.webhook';
	return started(
		'Webhook',
		node({ name: 'Webhook', type, version: 2.1, parameters, webhookId: path }),
	);
}

export function smileWorkflow(webhookId: string, credential: Credential): WorkflowInput {
	return started(
		'Smile Trigger',
		node({
			name: 'Smile Trigger',
			type: 'n8n-nodes-smile.smileTrigger',
			version: Math.max(...TRIGGER_VERSIONS),
			parameters: { events: [sampleType], options: {} },
			credential,
			webhookId,
		}),
	);
}

/** A trigger of ours that verifies nothing; has the credential, as the Smile Trigger does. */
export function bareWorkflow(webhookId: string, credential: Credential): WorkflowInput {
	return started(
		'Bare trigger',
		node({ name: 'Bare', type: bareTriggerType, version: 2, credential, webhookId }),
	);
}

export function githubWorkflow(webhookId: string, credential: Credential): WorkflowInput {
	const locator = (value: string) => ({ __rl: true, mode: 'name', value });
	return started(
		'GitHub Trigger',
		node({
			name: 'GitHub Trigger',
			type: 'n8n-nodes-base.githubTrigger',
			version: 1,
			parameters: {
				authentication: 'accessToken',
				owner: locator(repository.owner),
				repository: locator(repository.name),
				events: ['push'],
				options: {},
			},
			credential,
			webhookId,
		}),
	);
}
