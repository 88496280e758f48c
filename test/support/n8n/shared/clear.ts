import type { N8nRest } from '../rest';
import type { Credential, Workflow } from '../types';
import { hasTables } from '../version';

interface Table {
	id: string;
	projectId: string;
}

/** Deletes what tests have stored: workflows with their executions, credentials and data tables. */
export async function clearN8n(rest: N8nRest): Promise<void> {
	for (const { id } of await rest.call<Workflow[]>('GET', '/workflows')) {
		await rest.deleteWorkflow(id);
	}
	for (const one of await rest.call<Credential[]>('GET', '/credentials')) {
		await rest.deleteCredential(one);
	}
	if (!hasTables) return;
	const { data } = await rest.call<{ data: Table[] }>('GET', '/data-tables-global');
	for (const { id, projectId } of data) {
		await rest.call('DELETE', `/projects/${projectId}/data-tables/${id}`);
	}
}
