import type { IDataObject, INode } from 'n8n-workflow';

import type { Workflow } from './types';
import type { N8nWorld } from './world';

/** Stores a workflow file as the editor's import does; a person then picks the credential in the Smile nodes. */
export async function importFile(
	{ rest, credential }: N8nWorld,
	file: IDataObject,
): Promise<Workflow> {
	const { id, name, type } = credential;
	const nodes = structuredClone(file.nodes) as INode[];
	for (const node of nodes) {
		if (node.type.startsWith('n8n-nodes-smile.')) node.credentials = { [type]: { id, name } };
	}
	const { connections, settings } = file as { connections: IDataObject; settings: IDataObject };
	return await rest.createWorkflow({ name: String(file.name), nodes, connections, settings });
}

/** How many rows a data table of n8n's has. */
export async function rowCount({ rest }: N8nWorld, name: string): Promise<number> {
	const { data: tables } = await rest.call<{
		data: Array<{ id: string; name: string; projectId: string }>;
	}>('GET', '/data-tables-global');
	const table = tables.find((one) => one.name === name);
	const path = `/projects/${table?.projectId}/data-tables/${table?.id}/rows`;
	return (await rest.call<{ count: number }>('GET', path)).count;
}
