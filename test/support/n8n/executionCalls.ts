import type { IRunExecutionData } from 'n8n-workflow';
import { waitFor } from '../waitFor';
import type { Call } from './session';
import type { Execution, ExecutionSummary } from './types';
import { unflatten } from './unflatten';

const unfinished = ['new', 'running', 'waiting'];

export interface ExecutionCalls {
	/** The newest first, at most 100; running ones too. */
	listExecutions(workflowId: string): Promise<ExecutionSummary[]>;
	getExecution(id: string): Promise<Execution>;
	/** Waits until an execution has ended, well or badly. */
	finishedExecution(id: string, timeoutMs?: number): Promise<Execution>;
	/** Waits until a workflow has at least so many executions and all have ended; oldest first. */
	waitForExecutions(workflowId: string, count: number, timeoutMs?: number): Promise<Execution[]>;
}

type RawExecution = ExecutionSummary & { data: string };

/** An execution as n8n sends it, with its data unfolded; one that has just begun has none yet. */
function read(raw: RawExecution): Execution {
	const stored = unflatten(raw.data) as IRunExecutionData | undefined;
	const data = stored ?? ({ resultData: { runData: {} } } as IRunExecutionData);
	const { runData, error } = data.resultData;
	return {
		...raw,
		data,
		error: error as unknown as Execution['error'],
		items: (nodeName) => runData[nodeName]?.at(-1)?.data?.main?.[0] ?? [],
	};
}

/** Whether it has ended and is stored whole: n8n 1 stores how it ended some moments before what its nodes did. */
function isOver({ status, data }: Execution): boolean {
	if (unfinished.includes(status)) return false;
	const { error, runData } = data.resultData;
	const isStored = error !== undefined || Object.keys(runData).length > 0;
	return isStored || !['error', 'success'].includes(status);
}

/** The calls around executions. */
export function executionCalls(call: Call): ExecutionCalls {
	const listExecutions = async (workflowId: string) => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const page = await call<{ results: ExecutionSummary[] }>(
			'GET',
			`/executions?filter=${filter}&limit=100`,
		);
		return page.results;
	};
	const getExecution = async (id: string) =>
		read(await call<RawExecution>('GET', `/executions/${id}`));

	const finishedExecution = async (id: string, timeoutMs = 90_000) =>
		await waitFor(
			async () => {
				const execution = await getExecution(id);
				return isOver(execution) ? execution : undefined;
			},
			{ timeoutMs, intervalMs: 50, describe: `execution ${id} to end` },
		);

	return {
		listExecutions,
		getExecution,
		finishedExecution,
		async waitForExecutions(workflowId, count, timeoutMs = 90_000) {
			let seen: ExecutionSummary[] = [];
			const ended = await waitFor(
				async () => {
					seen = await listExecutions(workflowId);
					const over = seen.every(({ status }) => !unfinished.includes(status));
					return over && seen.length >= count ? seen : undefined;
				},
				{
					timeoutMs,
					intervalMs: 50,
					describe: () =>
						`${count} executions; there are: ${seen.map(({ status }) => status).join(', ') || 'none'}`,
				},
			);
			return await Promise.all(ended.reverse().map(async ({ id }) => await finishedExecution(id)));
		},
	};
}
