import type { IDataObject } from 'n8n-workflow';
import { credentialCalls, type CredentialCalls } from './credentialCalls';
import { executionCalls, type ExecutionCalls } from './executionCalls';
import { nodeCalls, type NodeCalls } from './nodeCalls';
import { publicationCalls, type PublicationCalls } from './publicationCalls';
import { N8nRestError, openSession, type Session } from './session';
import type { Credential, Execution, N8n } from './types';
import { workflowCalls, type WorkflowCalls } from './workflowCalls';
import { actionWorkflow, manualNode } from './workflows';

export interface ActionRun {
	parameters: IDataObject;
	credential: Credential;
	/** What the node is given; default one empty item. */
	items?: IDataObject[];
	onError?: 'continueRegularOutput' | 'continueErrorOutput' | 'stopWorkflow';
}

export interface N8nRest
	extends CredentialCalls,
		WorkflowCalls,
		PublicationCalls,
		ExecutionCalls,
		NodeCalls {
	/** Any other call of the internal REST API. */
	call: Session['call'];
	/** The bytes of a file in n8n's binary data, by its id. */
	download(id: string): Promise<Buffer>;
	/** Runs the Smile node once by hand and waits for the end; read `items('Smile')` or `error`. */
	runAction(run: ActionRun): Promise<Execution>;
}

/** Logs in to a running n8n; a new instance gets its owner first. */
export async function connectRest(n8n: Pick<N8n, 'cookie' | 'origin'>): Promise<N8nRest> {
	const session = await openSession(n8n);
	const { call } = session;
	const workflows = workflowCalls(call);
	const executions = executionCalls(call);

	return {
		call,
		...credentialCalls(call),
		...workflows,
		...publicationCalls(call),
		...executions,
		...nodeCalls(session),
		async download(id) {
			const path = `/rest/binary-data?id=${encodeURIComponent(id)}&action=download`;
			const answer = await session.fetch(path);
			if (!answer.ok) throw new N8nRestError('GET', path, answer.status, await answer.text());
			return Buffer.from(await answer.arrayBuffer());
		},
		async runAction({ onError, ...run }) {
			const input = actionWorkflow({ ...run, node: onError ? { onError } : {} });
			const { id } = await workflows.createWorkflow(input);
			const started = await workflows.runManually(id, manualNode);
			if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
			return await executions.finishedExecution(started.executionId);
		},
	};
}
