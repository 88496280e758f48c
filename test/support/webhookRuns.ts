import type { INodeParameters } from 'n8n-workflow';

import { addWebhooks } from './smile/addWebhooks';
import type { SimulatedSmile } from './smile/simulatedSmile';
import type { Worlds } from './world';

/** The parameters of an operation on webhooks. */
export const webhook = (operation: string, fields: INodeParameters = {}): INodeParameters => ({
	resource: 'webhook',
	operation,
	...fields,
});

/** The fields of a creation. */
export const created = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	events: ['INCOMES_ADDED', 'USER_CREATED'],
};

/** The secrets that a value holds, by their name. */
export const secretsOf = (value: unknown) => JSON.stringify(value).match(/"secret"/g) ?? [];

/** A simulated Smile with so many webhooks. */
export async function smileWith(worlds: Worlds, count: number): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	addWebhooks(smile, count);
	return smile;
}
