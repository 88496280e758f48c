/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads n8n's database */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { databaseFile } from '../../support/n8n/database';
import type { N8nRest } from '../../support/n8n/rest';
import { waitFor } from '../../support/waitFor';

const PATIENCE_MS = 120_000;

/** The executions of an n8n that have not ended yet. */
export class Backlog {
	private readonly database: DatabaseSync;

	private readonly unfinished: StatementSync;

	constructor(
		userFolder: string,
		private readonly rest: Pick<N8nRest, 'call'>,
	) {
		this.database = new DatabaseSync(databaseFile(userFolder), { readOnly: true });
		this.unfinished = this.database.prepare(
			// An execution that is not to be kept stays "running" in its row, which is marked as deleted.
			`select count(*) as count from execution_entity
			where status in ('new', 'running', 'waiting') and deletedAt is null`,
		);
	}

	/** Waits until every execution has ended, without a call that would cost n8n anything. */
	async isWorkedOff(): Promise<void> {
		await waitFor(() => this.unfinished.get()?.count === 0, {
			timeoutMs: PATIENCE_MS,
			describe: 'n8n to end its executions',
		});
	}

	/** Deletes what has ended, so that every round finds the same database. */
	async clear(): Promise<void> {
		const deleteBefore = new Date(Date.now() + PATIENCE_MS).toISOString();
		await this.rest.call('POST', '/executions/delete', { deleteBefore, filters: {} });
	}

	close(): void {
		this.database.close();
	}
}
