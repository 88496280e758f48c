import type { IDataObject } from 'n8n-workflow';

import type { Credential } from '../../support/n8n/types';
import {
	actionNode,
	actionWorkflow,
	triggerNode,
	triggerWorkflow,
} from '../../support/n8n/workflows';
import type { Builder } from './builder';
import type { NodePanel } from './nodePanel';

type OpenNode = (
	builder: Builder,
	parameters: IDataObject,
	/** What is different in the credential. */
	change?: IDataObject,
) => Promise<NodePanel>;

/** Stores a workflow with a Smile Trigger and opens it. */
export const openTrigger = opens(triggerNode, triggerWorkflow);

/** Stores a workflow with the Smile node and opens it. */
export const openAction = opens(actionNode, actionWorkflow);

function opens(node: string, workflowOf: typeof triggerWorkflow): OpenNode {
	return async ({ world, editor }, parameters, change) => {
		const credential = await credentialWith(world, change);
		const workflow = workflowOf({ parameters, credential });
		await editor.openWorkflow(await world.rest.createWorkflow(workflow));
		return await editor.openNode(node);
	};
}

async function credentialWith(
	{ credential, credentialData, rest }: Builder['world'],
	change?: IDataObject,
): Promise<Credential> {
	if (!change) return credential;
	const data = { ...credentialData, ...change };
	return await rest.createCredential({ name: 'Mine', type: 'getSmileApi', data });
}
