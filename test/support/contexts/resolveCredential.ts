import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type IWorkflowDataProxyAdditionalKeys,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { nodeTypesOf } from './nodeTypes';

export interface Resolution {
	mode: WorkflowExecuteMode;
	/** The variables that expressions of a credential may use. */
	keys: IWorkflowDataProxyAdditionalKeys;
	executeData?: IExecuteData;
	/** The item for which an action reads its credential. */
	item?: ICredentialsExpressionResolveValues;
}

const mockNode: INode = {
	id: 'mock',
	name: '',
	type: 'n8n-nodes-smile.mock',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const mockWorkflow = new Workflow({
	nodes: [],
	connections: {},
	active: false,
	nodeTypes: nodeTypesOf(),
});

/**
 * What a node gets to see of a stored credential: defaults are filled in, fields that the editor hides are
 * left out and expressions are resolved (n8n 2.41, credentials-helper).
 */
export function resolveCredential(
	properties: INodeProperties[],
	stored: ICredentialDataDecryptedObject,
	{ mode, keys, executeData, item }: Resolution,
): ICredentialDataDecryptedObject {
	// n8n treats the fields of a credential as parameters of a node.
	const fields = stored as INodeParameters;
	const data = NodeHelpers.getNodeParameters(properties, fields, true, false, null, null) ?? {};
	const resolved = item
		? item.workflow.expression.getParameterValue(
				data,
				item.runExecutionData,
				item.runIndex,
				item.itemIndex,
				item.node.name,
				item.connectionInputData,
				mode,
				keys,
				executeData,
				false,
				data,
			)
		: mockWorkflow.expression.getComplexParameterValue(
				mockNode,
				data,
				mode,
				keys,
				undefined,
				undefined,
				data,
			);
	return resolved as ICredentialDataDecryptedObject;
}
