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

/** How many rows a data table of n8n's has; none where there is no such table. */
export async function rowCount(world: N8nWorld, name: string): Promise<number> {
	const path = await tablePath(world, name);
	if (path === undefined) return 0;
	return (await world.rest.call<{ count: number }>('GET', `${path}/rows`)).count;
}

/** Sets fields of the rows of a data table in whose column there is that text. */
export async function changeRows(
	world: N8nWorld,
	table: string,
	[columnName, value]: [string, string],
	data: IDataObject,
): Promise<void> {
	const filter = { type: 'and', filters: [{ columnName, condition: 'eq', value }] };
	await world.rest.call('PATCH', `${await tablePath(world, table)}/rows`, { filter, data });
}

async function tablePath({ rest }: N8nWorld, name: string): Promise<string | undefined> {
	const { data: tables } = await rest.call<{
		data: Array<{ id: string; name: string; projectId: string }>;
	}>('GET', '/data-tables-global');
	const table = tables.find((one) => one.name === name);
	return table && `/projects/${table.projectId}/data-tables/${table.id}`;
}

/** Puts a file into n8n and publishes it. */
export async function publishFile(world: N8nWorld, file: IDataObject): Promise<Workflow> {
	const workflow = await importFile(world, file);
	await world.rest.activate(workflow);
	return workflow;
}

/** Runs a workflow once from one of its triggers, to its end. */
export async function runOnce(world: N8nWorld, workflow: Workflow, trigger: string) {
	const started = await world.rest.runManually(workflow.id, trigger);
	if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
	return await world.rest.finishedExecution(started.executionId, 60_000);
}
