import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Credential, WorkflowInput } from './types';
import { manualNode } from './workflows';

export const agentNode = 'AI Agent';
export const toolNode = 'Smile';

interface AgentInput {
	/** Of the Smile node as a tool; what the model fills in is written with $fromAI. */
	parameters: INodeParameters;
	smile: Credential;
	openAi: Credential;
}

/** An AI agent that may use one operation of the Smile node, as the editor builds it. */
export function agentWorkflow({ parameters, smile, openAi }: AgentInput): WorkflowInput {
	const nodes: WorkflowInput['nodes'] = [
		{
			id: 'manual',
			name: manualNode,
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
		{
			id: 'agent',
			name: agentNode,
			type: '@n8n/n8n-nodes-langchain.agent',
			// The newest that n8n 1 has too.
			typeVersion: 3,
			position: [220, 0],
			parameters: { promptType: 'define', text: 'What do you know of this webhook?', options: {} },
		},
		{
			id: 'model',
			name: 'OpenAI Chat Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			position: [160, 220],
			parameters: {
				model: { __rl: true, mode: 'id', value: 'nobody' },
				options: { maxRetries: 0 },
			},
			credentials: { openAiApi: { id: openAi.id, name: openAi.name } },
		},
		{
			id: 'tool',
			name: toolNode,
			type: 'n8n-nodes-smile.smileTool',
			typeVersion: 1,
			position: [360, 220],
			parameters,
			credentials: { getSmileApi: { id: smile.id, name: smile.name } },
		},
	];
	const to = (type: string): IDataObject => ({ [type]: [[{ node: agentNode, type, index: 0 }]] });
	const connections: IDataObject = {
		[manualNode]: to('main'),
		'OpenAI Chat Model': to('ai_languageModel'),
		[toolNode]: to('ai_tool'),
	};
	// The editor sets it for every new workflow; without it n8n asks the model before the tool has answered.
	return { name: 'Agent', nodes, connections, settings: { executionOrder: 'v1' } };
}
