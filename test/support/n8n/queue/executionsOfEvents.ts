import { waitFor } from '../../waitFor';
import type { Postgres } from './postgres';

export interface EventExecution {
	eventId: string;
	executionId: string;
	status: string;
	/** Whether the event can still be seen in the execution. */
	keepsEvent: boolean;
}

const eventIn = (text: string) => `substring(${text} FROM '"(et-[0-9a-z-]+)"')`;

/**
 * Lets the database note for which event each execution is made. Reading it from the executions
 * later would not do: n8n empties those that a dead worker held.
 */
export async function noteEvents(postgres: Postgres): Promise<void> {
	await postgres.query(`
		CREATE TABLE noted_event (execution_id int PRIMARY KEY, event_id text);
		CREATE FUNCTION note_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
			INSERT INTO noted_event VALUES (NEW."executionId", ${eventIn('NEW.data')});
			RETURN NEW;
		END $$;
		CREATE TRIGGER note_event AFTER INSERT ON execution_data
			FOR EACH ROW EXECUTE FUNCTION note_event();`);
}

/** The executions of a workflow and the event each one was made for. */
export async function executionsOfEvents(
	postgres: Postgres,
	workflowId: string,
): Promise<EventExecution[]> {
	const rows = await postgres.query(`
		SELECT e.id, e.status, n.event_id, ${eventIn('d.data')} IS NOT NULL
		FROM execution_entity e
		LEFT JOIN noted_event n ON n.execution_id = e.id
		LEFT JOIN execution_data d ON d."executionId" = e.id
		WHERE e."workflowId" = '${workflowId}' ORDER BY e.id`);
	return rows.map(([executionId, status, eventId, kept]) => {
		return { executionId, status, eventId, keepsEvent: kept === 't' };
	});
}

const unfinished = ['new', 'running', 'waiting'];

/**
 * The same, once nothing happens any more. What a killed worker held may be called running for
 * hours: its end is noted by the process that queued it, or else by a check of the main process.
 */
export async function settledExecutions(
	postgres: Postgres,
	workflowId: string,
	{ timeoutMs, quietMs }: { timeoutMs: number; quietMs: number },
): Promise<EventExecution[]> {
	let seen: EventExecution[] = [];
	let changedAt = Date.now();
	return await waitFor(
		async () => {
			const now = await executionsOfEvents(postgres, workflowId);
			if (JSON.stringify(now) !== JSON.stringify(seen)) changedAt = Date.now();
			seen = now;
			const allEnded = seen.every(({ status }) => !unfinished.includes(status));
			return (allEnded || Date.now() - changedAt > quietMs) && seen;
		},
		{ timeoutMs, intervalMs: 1_000, describe: () => `${seen.length} executions to settle` },
	);
}
