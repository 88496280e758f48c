import type { IDataObject } from 'n8n-workflow';

import type { Credential, WorkflowInput } from './types';
import { actionNode, actionWorkflow, manualNode } from './workflows';

const fetchNode = 'Fetch a File';

/** Manual Trigger, a node of n8n that fetches a file into the field `data`, then Smile. */
export function binaryWorkflow(input: {
	parameters: IDataObject;
	credential: Pick<Credential, 'id' | 'name'>;
	fileUrl: string;
}): WorkflowInput {
	const { nodes, ...workflow } = actionWorkflow(input);
	const [manual, smile] = nodes;
	const fetching = {
		...manual,
		id: 'fetch',
		name: fetchNode,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url: input.fileUrl,
			options: { response: { response: { responseFormat: 'file' } } },
		},
	};
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		...workflow,
		nodes: [manual, fetching, smile],
		connections: { [manualNode]: to(fetchNode), [fetchNode]: to(actionNode) },
	};
}
