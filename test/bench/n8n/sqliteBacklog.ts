/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads n8n's database */
import { DatabaseSync } from 'node:sqlite';
import { databaseFile } from '../../support/n8n/database';
import { waitFor } from '../../support/waitFor';
import { unfinishedExecutions, type WorkOff } from './backlog';

/** Looks again and again into the database of an n8n; it is closed with the others. */
export function workOffIn(userFolder: string, closers: Array<() => unknown>): WorkOff {
	const database = new DatabaseSync(databaseFile(userFolder), { readOnly: true });
	closers.unshift(() => database.close());
	const unfinished = database.prepare(`select count(*) as count from ${unfinishedExecutions}`);
	return async (timeoutMs) => {
		const describe = 'n8n to end its executions';
		await waitFor(() => unfinished.get()?.count === 0, { timeoutMs, describe });
	};
}
