import type { N8nRest } from '../../support/n8n/rest';

const PATIENCE_MS = 120_000;

/** Executions that have not ended; one that is not to be kept stays "running" in a row marked as deleted. */
export const unfinishedExecutions = `execution_entity
	where status in ('new', 'running', 'waiting') and "deletedAt" is null`;

/** Waits until n8n has ended every execution, without a call that would cost n8n anything. */
export type WorkOff = (timeoutMs: number) => Promise<void>;

/** The executions of an n8n that have not ended yet. */
export class Backlog {
	constructor(
		private readonly workOff: WorkOff,
		private readonly rest: Pick<N8nRest, 'call'>,
	) {}

	async isWorkedOff(): Promise<void> {
		await this.workOff(PATIENCE_MS);
	}

	/** Deletes what has ended, so that every round finds the same database. */
	async clear(): Promise<void> {
		const deleteBefore = new Date(Date.now() + PATIENCE_MS).toISOString();
		await this.rest.call('POST', '/executions/delete', { deleteBefore, filters: {} });
	}
}
