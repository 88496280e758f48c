import type { IDataObject } from 'n8n-workflow';
import type { N8nRest } from '../../support/n8n/rest';
import type { Execution } from '../../support/n8n/types';
import { triggerNode } from '../../support/n8n/workflows';
import { waitFor } from '../../support/waitFor';

const patienceMs = 20_000;
const unfinished = ['new', 'running', 'waiting'];

/** What n8n kept of the execution that an event started. */
export interface StartedExecution {
	id: string;
	status: string;
	/** As they left the trigger. */
	items: IDataObject[];
	/** What the workflow made of them. */
	result?: string;
}

/** The field of an item, of whichever of the nodes has run, that holds what a workflow has made of an event. */
export interface ResultField {
	nodes: string[];
	field: string;
}

/** Finds in n8n which execution of a workflow belongs to which event. */
export class Executions {
	private readonly read = new Set<string>();

	private readonly byEvent = new Map<string, StartedExecution>();

	constructor(
		private readonly rest: N8nRest,
		private readonly workflowId: string,
		private readonly result: ResultField,
	) {}

	/** The finished execution of an event; undefined when n8n shows none in time. */
	async startedBy(eventId: string): Promise<StartedExecution | undefined> {
		const look = async () => {
			await this.readNewOnes();
			return this.byEvent.get(eventId);
		};
		return await waitFor(look, { timeoutMs: patienceMs, intervalMs: 100 }).catch(() => undefined);
	}

	/** The statuses of the newest hundred. */
	async statuses(): Promise<string[]> {
		return (await this.rest.listExecutions(this.workflowId)).map(({ status }) => status);
	}

	private async readNewOnes(): Promise<void> {
		for (const { id, status } of await this.rest.listExecutions(this.workflowId)) {
			if (this.read.has(id) || unfinished.includes(status)) continue;
			const started = this.summaryOf(await this.rest.getExecution(id));
			this.read.add(id);
			for (const item of started.items) this.byEvent.set(eventIdOf(item), started);
		}
	}

	private summaryOf(execution: Execution): StartedExecution {
		const { id, status } = execution;
		const { nodes, field } = this.result;
		const result = nodes
			.flatMap((name) => execution.items(name))
			.map(({ json }) => json[field])
			.find((value) => typeof value === 'string');
		return { id, status, items: execution.items(triggerNode).map(({ json }) => json), result };
	}
}

/** Whoever tries the demo may switch the trigger to another form of output. */
function eventIdOf(item: IDataObject): string {
	return String(item.eventId ?? item.id);
}
