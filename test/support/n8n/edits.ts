import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';

import type { Credential, Workflow } from './types';
import type { N8nWorld } from './world';

const triggerType = 'n8n-nodes-smile.smileTrigger';

/** A change of the trigger that a person makes in the editor. */
export interface Edit {
	name: string;
	/** The trigger as it is to be; the event INCOMES_ADDED must stay asked for. */
	change(trigger: INode): Promise<INode> | INode;
}

const withEvents = (events: string[], options: IDataObject = {}) => ({
	change: (trigger: INode): INode => ({ ...trigger, parameters: { events, options } as never }),
});

/** The edits that keep the trigger's address and Smile's environment: none of them may cost an event. */
export function edits(world: N8nWorld, secondKeys: IDataObject): Edit[] {
	let number = 0;
	const withCredential = (data: IDataObject) => ({
		change: async (trigger: INode): Promise<INode> => {
			number += 1;
			const credential = await world.rest.createCredential({
				name: `Credential ${number}`,
				type: 'getSmileApi',
				data: { ...world.credentialData, ...data },
			});
			return { ...trigger, credentials: referTo(credential) };
		},
	});
	const renamed = (name: string) => ({ change: (trigger: INode): INode => ({ ...trigger, name }) });
	const first = String(world.credentialData.webhookSecret);
	const second = 'dummy-second-webhook-secret';
	return [
		{ name: 'other events', ...withEvents(['INCOMES_ADDED']) },
		{ name: 'the payload', ...withEvents(['INCOMES_ADDED'], { includePayload: true }) },
		{
			name: 'another secret',
			...withCredential({ webhookSecret: second, previousWebhookSecret: first }),
		},
		{
			name: 'another key',
			...withCredential({ ...secondKeys, webhookSecret: second, previousWebhookSecret: first }),
		},
		{ name: 'another name', ...renamed('Renamed Trigger') },
		{ name: 'fewer events', ...withEvents(['INCOMES_ADDED', 'USER_CREATED']) },
		{ name: 'all events', ...withEvents(['ALL_EVENTS']) },
		{ name: 'the old name', ...renamed('Smile Trigger') },
		{
			name: 'the old key and secret',
			...withCredential({ webhookSecret: first, previousWebhookSecret: second }),
		},
		{ name: 'events by hand', ...withEvents(['INCOMES_ADDED', 'USER_CREATED', 'TASK_FINISHED']) },
	];
}

export const withAnotherAddress: Edit = {
	name: 'another address',
	change: (trigger) => ({ ...trigger, webhookId: randomUUID() }),
};

export function referTo({ id, name }: Credential): NonNullable<INode['credentials']> {
	return { getSmileApi: { id, name } };
}

/** Saves the change and publishes it. */
export async function apply({ rest }: N8nWorld, { id }: Workflow, { change }: Edit): Promise<void> {
	const workflow = await rest.getWorkflow(id);
	const trigger = workflow.nodes.find(({ type }) => type === triggerType);
	if (!trigger) throw new Error('The workflow has no Smile Trigger');
	const changed = await change(trigger);
	const nodes = workflow.nodes.map((node) => (node === trigger ? changed : node));
	const { [trigger.name]: links, ...others } = workflow.connections;
	const connections = { ...others, [changed.name]: links };
	await rest.updateWorkflow(id, { nodes, connections });
	await rest.activate(workflow);
}
