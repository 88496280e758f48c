import {
	deepCopy,
	Workflow,
	type IDataObject,
	type INode,
	type INodeCredentials,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import { nodeTypeName, nodeTypesOf } from './nodeTypes';

export interface WorkflowOptions {
	nodeType: INodeType;
	/** As a person sets them in the editor; the rest is filled with the node's defaults. */
	parameters?: INodeParameters;
	nodeName?: string;
	nodeId?: string;
	/** The node's newest version unless said otherwise. */
	typeVersion?: number;
	/** The id in the node's webhook address. */
	webhookId?: string;
	credentials?: INodeCredentials;
	/** A node set to carry on after an error: in its one output, or with what failed in an output of its own. */
	continueOnFail?: boolean | 'errorOutput';
	/** A node set to be run again after an error. */
	retryOnFail?: boolean;
	staticData?: IDataObject;
	/** The time zone; n8n's own default unless said otherwise. */
	timezone?: string;
	name?: string;
	id?: string;
	active?: boolean;
}

export interface SingleNodeWorkflow {
	workflow: Workflow;
	node: INode;
}

/** An n8n workflow of one node, built anew from what is stored, as n8n does for every delivery. */
export function createWorkflow(options: WorkflowOptions): SingleNodeWorkflow {
	const node = nodeOf(options);
	const workflow = new Workflow({
		id: options.id ?? 'workflow-1',
		name: options.name ?? 'Sample workflow',
		nodes: [node],
		connections: {},
		active: options.active ?? true,
		nodeTypes: nodeTypesOf(options.nodeType),
		staticData: deepCopy(options.staticData ?? {}),
		settings: options.timezone ? { timezone: options.timezone } : {},
	});
	return { workflow, node: workflow.nodes[node.name] };
}

function nodeOf(options: WorkflowOptions): INode {
	const { description } = options.nodeType;
	const newest = [description.version].flat().at(-1) ?? 1;
	return {
		id: options.nodeId ?? 'node-1',
		name: options.nodeName ?? description.defaults.name ?? description.displayName,
		type: nodeTypeName(options.nodeType),
		typeVersion: options.typeVersion ?? description.defaultVersion ?? newest,
		position: [0, 0],
		parameters: deepCopy(options.parameters ?? {}),
		...(options.webhookId && { webhookId: options.webhookId }),
		...(options.credentials && { credentials: options.credentials }),
		...(options.retryOnFail && { retryOnFail: true, maxTries: 3 }),
		...(options.continueOnFail && { onError: onErrorOf(options.continueOnFail) }),
	};
}

function onErrorOf(continueOnFail: true | 'errorOutput'): INode['onError'] {
	return continueOnFail === 'errorOutput' ? 'continueErrorOutput' : 'continueRegularOutput';
}
