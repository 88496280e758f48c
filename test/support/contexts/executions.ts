import type { INodeExecutionData } from 'n8n-workflow';

export interface FailedExecution {
	error: Error;
	items: INodeExecutionData[];
}

/** Stands in for n8n's workflow runner: notes what an execution would start with and runs nothing. */
export class Executions {
	/** The trigger's items, one entry for each execution. */
	readonly started: INodeExecutionData[][] = [];

	/** Executions that exist only to show that the trigger threw. */
	readonly failed: FailedExecution[] = [];

	private readonly failures: Error[] = [];

	private delay: Promise<unknown> = Promise.resolve();

	/** The next execution cannot be stored, as while the database is away; n8n then answers with 500. */
	failNextStart(error = new Error('SQLITE_BUSY: database is locked')): void {
		this.failures.push(error);
	}

	/** Executions from now on start when the promise is fulfilled; n8n answers after that. */
	delayStart(until: Promise<unknown>): void {
		this.delay = until;
	}

	/** Starts an execution; throws when it cannot be stored. */
	async start(items: INodeExecutionData[], error?: Error): Promise<void> {
		await this.delay;
		const failure = this.failures.shift();
		if (failure) throw failure;
		if (error) this.failed.push({ error, items });
		else this.started.push(structuredClone(items));
	}
}
