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

/** Stores a workflow with a Smile Trigger and opens it; `change` changes its credential. */
export async function openTrigger(
	{ world, editor }: Builder,
	parameters: IDataObject,
	change: IDataObject = {},
): Promise<NodePanel> {
	const credential = await credentialWith({ world }, change);
	const workflow = triggerWorkflow({ parameters, credential });
	await editor.openWorkflow(await world.rest.createWorkflow(workflow));
	return await editor.openNode(triggerNode);
}

/** Stores a workflow with the Smile node and opens it; `change` changes its credential. */
export async function openAction(
	{ world, editor }: Builder,
	parameters: IDataObject,
	change: IDataObject = {},
): Promise<NodePanel> {
	const credential = await credentialWith({ world }, change);
	const workflow = actionWorkflow({ parameters, credential });
	await editor.openWorkflow(await world.rest.createWorkflow(workflow));
	return await editor.openNode(actionNode);
}

async function credentialWith(
	{ world }: Pick<Builder, 'world'>,
	change: IDataObject,
): Promise<Credential> {
	if (Object.keys(change).length === 0) return world.credential;
	const data = { ...world.credentialData, ...change };
	return await world.rest.createCredential({ name: 'Mine', type: 'getSmileApi', data });
}
