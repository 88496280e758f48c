import { randomUUID } from 'node:crypto';
import type { IDataObject, INode, INodeParameters, INodeType } from 'n8n-workflow';
import { Smile } from '../../../nodes/Smile/Smile.node';
import { SmileTrigger } from '../../../nodes/Smile/SmileTrigger.node';
import type { Credential, WorkflowInput } from './types';

export const triggerNode = 'Smile Trigger';
export const actionNode = 'Smile';
export const afterNode = 'After';
export const manualNode = 'Manual Trigger';

const credentialType = 'getSmileApi';

interface BuilderInput {
	name?: string;
	parameters: IDataObject;
	credential: Pick<Credential, 'id' | 'name'>;
	/** Other fields of the node, such as onError or typeVersion. */
	node?: Partial<INode>;
}

function node(name: string, type: string, column: number, rest: Partial<INode> = {}): INode {
	const base = { id: randomUUID(), name, type, typeVersion: 1, parameters: {} };
	return { ...base, position: [column * 220, 0], ...rest };
}

/** The version the editor gives a node that is added today. */
function newestVersion({ description }: INodeType): number {
	return Math.max(...[description.version].flat());
}

function chain(...names: string[]): IDataObject {
	const links = names.slice(0, -1).map((name, index) => {
		const next = { node: names[index + 1], type: 'main', index: 0 };
		return [name, { main: [[next]] }] as const;
	});
	return Object.fromEntries(links);
}

function smile(input: BuilderInput): Partial<INode> {
	const { id, name } = input.credential;
	return {
		parameters: input.parameters as INodeParameters,
		credentials: { [credentialType]: { id, name } },
		...input.node,
	};
}

/** Smile Trigger, then a node that does nothing: what an event starts. */
export function triggerWorkflow(input: BuilderInput): WorkflowInput {
	const trigger = node(triggerNode, 'n8n-nodes-smile.smileTrigger', 0, {
		webhookId: randomUUID(),
		typeVersion: newestVersion(new SmileTrigger()),
		...smile(input),
	});
	return {
		name: input.name ?? 'Smile events',
		nodes: [trigger, node(afterNode, 'n8n-nodes-base.noOp', 1)],
		connections: chain(triggerNode, afterNode),
	};
}

/** Smile Trigger, then Smile with what it reads for each event; Get Data unless said otherwise. */
export function enrichWorkflow(input: BuilderInput & { action?: INodeParameters }): WorkflowInput {
	const { action = { resource: 'event', operation: 'getData' }, ...rest } = input;
	const { nodes, ...workflow } = triggerWorkflow(rest);
	const reader = node(actionNode, 'n8n-nodes-smile.smile', 1, {
		typeVersion: newestVersion(new Smile()),
		...smile({ credential: input.credential, parameters: action }),
	});
	return { ...workflow, nodes: [nodes[0], reader], connections: chain(triggerNode, actionNode) };
}

/** Manual Trigger, then Smile; `items` are what the trigger hands over (default: one empty item). */
export function actionWorkflow(input: BuilderInput & { items?: IDataObject[] }): WorkflowInput {
	const action = node(actionNode, 'n8n-nodes-smile.smile', 1, {
		typeVersion: newestVersion(new Smile()),
		...smile(input),
	});
	return {
		name: input.name ?? 'Smile action',
		nodes: [node(manualNode, 'n8n-nodes-base.manualTrigger', 0), action],
		connections: chain(manualNode, actionNode),
		pinData: input.items ? { [manualNode]: input.items.map((json) => ({ json })) } : undefined,
	};
}
