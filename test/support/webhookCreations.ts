import type { INodeParameters } from 'n8n-workflow';

import { runAction } from './contexts/runAction';
import { sampleWebhookSecret } from './contexts/sampleCredential';
import type { SimulatedSmile } from './smile/simulatedSmile';

/** The parameters of a creation. */
export const create: INodeParameters = {
	resource: 'webhook',
	operation: 'create',
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	events: ['USER_CREATED'],
};

/** What it makes at Smile. */
export const equal = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	eventTypes: ['USER_CREATED'],
	secret: sampleWebhookSecret,
};

export const idsAt = ({ webhooks }: SimulatedSmile) => webhooks.all.map(({ id }) => id);

/** Creates it; gives its id. */
export async function createdAt(smile: SimulatedSmile): Promise<unknown> {
	const [item] = await runAction({ smile, parameters: create });
	return item.json.id;
}
