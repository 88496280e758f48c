/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads n8n's database */
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { INodeExecutionData, IRunExecutionData } from 'n8n-workflow';

import { unflatten } from './unflatten';
import { isAtLeast } from './version';

/** An execution as it lies in n8n's database, whether n8n runs or not. */
export interface StoredExecution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	/** The trigger that started it. */
	trigger: string;
	/** The id of the event it was started with. */
	eventId: string;
}

interface Row {
	id: number;
	workflowId: string;
	status: string;
	mode: string;
	data: string;
}

/** The SQLite file of a user folder. */
export function databaseFile(userFolder: string): string {
	return join(userFolder, '.n8n', 'database.sqlite');
}

/** Every execution of the workflows whose data holds an event, oldest first, without a limit. */
export function storedExecutions(userFolder: string, workflowId?: string): StoredExecution[] {
	// Without a write-ahead log, as n8n 1 has it, a reader waits for whoever writes.
	const database = new DatabaseSync(databaseFile(userFolder), { readOnly: true, timeout: 10_000 });
	try {
		if (!isAtLeast(2, 0)) letStore(database);
		const rows = database
			.prepare(
				`select e.id, e.workflowId, e.status, e.mode, d.data
				from execution_entity e join execution_data d on d.executionId = e.id
				where :workflow is null or e.workflowId = :workflow
				order by e.id`,
			)
			.all({ workflow: workflowId ?? null }) as unknown as Row[];
		return rows.map(({ data, id, ...row }) => ({ id: String(id), ...row, ...startOf(data) }));
	} finally {
		database.close();
	}
}

/** n8n 1 stores an execution some moments after it has answered; the tests look right after the answer. */
function letStore(database: DatabaseSync): void {
	const count = database.prepare('select count(*) as stored from execution_data');
	const still = new Int32Array(new SharedArrayBuffer(4));
	for (let before = -1, now = stored(count); now !== before; now = stored(count)) {
		before = now;
		Atomics.wait(still, 0, 0, 2_000);
	}
}

function stored(count: StatementSync): number {
	return Number(count.get()?.stored);
}

/** What an execution began with: in its runs once the trigger has passed, before that in its stack. */
function startOf(data: string): { trigger: string; eventId: string } {
	const { executionData, resultData } = unflatten(data) as IRunExecutionData;
	const stacked = executionData?.nodeExecutionStack[0];
	const [run] = Object.entries(resultData.runData);
	// After a crash n8n puts an artificial item in the place of what ran; the stack keeps the event.
	const idIn = (items: INodeExecutionData[] | null | undefined) => items?.[0]?.json.id;
	const id = idIn(run?.[1][0]?.data?.main?.[0]) ?? idIn(stacked?.data.main?.[0]);
	return { trigger: run?.[0] ?? stacked?.node.name ?? '', eventId: String(id ?? '') };
}

/** Lets the time end for which an execution waits; n8n continues it when it starts, or within a minute. */
export function endWait(userFolder: string, executionId: string): void {
	const database = new DatabaseSync(databaseFile(userFolder), { timeout: 10_000 });
	try {
		const now = `strftime('%Y-%m-%d %H:%M:%f', 'now')`;
		const ended = `update execution_entity set waitTill = ${now} where id = ? and status = 'waiting'`;
		const { changes } = database.prepare(ended).run(executionId);
		if (changes !== 1) throw new Error(`Execution ${executionId} does not wait`);
	} finally {
		database.close();
	}
}

/**
 * Keeps n8n from writing to its database until it is released. n8n uses a write-ahead log, so it may
 * still read, as during a long transaction or backup of another program.
 */
export function lockDatabase(userFolder: string): { release(): void } {
	const database = new DatabaseSync(databaseFile(userFolder));
	database.exec('pragma busy_timeout = 5000; begin exclusive');
	return {
		release() {
			database.exec('rollback');
			database.close();
		},
	};
}
