import type { N8nRest } from '../rest';
import { owner } from '../session';
import type { Credential, Workflow } from '../types';
import { hasTables } from '../version';

interface Table {
	id: string;
	projectId: string;
}

interface Person {
	id: string;
	email: string;
}

/** Deletes what tests have stored: workflows with their executions, credentials, data tables and invited people. */
export async function clearN8n(rest: N8nRest): Promise<void> {
	for (const { id } of await rest.call<Workflow[]>('GET', '/workflows')) {
		await rest.deleteWorkflow(id);
	}
	for (const one of await rest.call<Credential[]>('GET', '/credentials')) {
		await rest.deleteCredential(one);
	}
	const { items: people } = await rest.call<{ items: Person[] }>('GET', '/users');
	for (const { id, email } of people) {
		if (email !== owner.email) await rest.call('DELETE', `/users/${id}`);
	}
	if (!hasTables) return;
	const { data } = await rest.call<{ data: Table[] }>('GET', '/data-tables-global');
	for (const { id, projectId } of data) {
		await rest.call('DELETE', `/projects/${projectId}/data-tables/${id}`);
	}
}
