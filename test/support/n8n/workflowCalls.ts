/* eslint-disable @n8n/community-nodes/require-node-api-error -- this is no node, its errors go to the test */
import { waitFor } from '../waitFor';
import { N8nRestError, type Call } from './session';
import type { ManualRun, Workflow, WorkflowInput } from './types';
import { isAtLeast } from './version';

export interface WorkflowCalls {
	createWorkflow(input: WorkflowInput): Promise<Workflow>;
	getWorkflow(id: string): Promise<Workflow>;
	/** Saves a change; a published workflow keeps running its old version until it is published again. */
	updateWorkflow(id: string, change: Partial<WorkflowInput>): Promise<Workflow>;
	deleteWorkflow(id: string): Promise<void>;
	/** Starts from a trigger as the editor's button does: "listen for test event" for a webhook. */
	runManually(id: string, triggerName: string): Promise<ManualRun>;
	/**
	 * Ends "listen for test event" as the editor's stop button does. n8n answers before it has run
	 * delete(): wait for what should be gone.
	 */
	cancelTestWebhook(id: string): Promise<void>;
}

/** Deletes an archived workflow; false while n8n is still unpublishing it (409). */
async function removed(call: Call, id: string): Promise<boolean> {
	try {
		await call('DELETE', `/workflows/${id}`);
		return true;
	} catch (error) {
		if (error instanceof N8nRestError && error.status === 409) return false;
		throw error;
	}
}

/** The calls around stored workflows. */
export function workflowCalls(call: Call): WorkflowCalls {
	return {
		async createWorkflow(input) {
			// n8n 1 has a switch in the place of the published version.
			const sent = isAtLeast(2, 0) ? input : { active: false, ...input };
			return await call('POST', '/workflows', sent);
		},
		async getWorkflow(id) {
			return await call('GET', `/workflows/${id}`);
		},
		async updateWorkflow(id, change) {
			return await call('PATCH', `/workflows/${id}`, change);
		},
		async deleteWorkflow(id) {
			// n8n deletes only what was archived, and archiving unpublishes.
			await call('POST', `/workflows/${id}/archive`, {});
			await waitFor(async () => await removed(call, id), {
				describe: 'n8n to unpublish',
				timeoutMs: 90_000,
			});
		},
		async runManually(id, triggerName) {
			const triggerToStartFrom = { name: triggerName };
			// n8n 2 runs what it has stored, n8n 1 what it is sent.
			const sent = isAtLeast(2, 0) ? {} : { workflowData: await this.getWorkflow(id) };
			return await call('POST', `/workflows/${id}/run`, { ...sent, triggerToStartFrom });
		},
		async cancelTestWebhook(id) {
			await call('DELETE', `/test-webhook/${id}`);
		},
	};
}
