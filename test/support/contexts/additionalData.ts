import type { ICredentialsHelper, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

/** Where people reach n8n in the tests; nothing listens there. */
export const samplePublicUrl = 'https://n8n.example.test/';

/** What n8n hands to every context beside the workflow; parts that need its server refuse to work. */
export function additionalDataFor(
	credentialsHelper: ICredentialsHelper,
	publicUrl = samplePublicUrl,
): IWorkflowExecuteAdditionalData {
	const base = publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`;
	return {
		credentialsHelper,
		instanceBaseUrl: base,
		restApiUrl: `${base}rest`,
		formBaseUrl: `${base}form`,
		formWaitingBaseUrl: `${base}form-waiting`,
		formTestBaseUrl: `${base}form-test`,
		webhookBaseUrl: `${base}webhook`,
		webhookWaitingBaseUrl: `${base}webhook-waiting`,
		webhookTestBaseUrl: `${base}webhook-test`,
		mcpBaseUrl: `${base}mcp`,
		mcpTestBaseUrl: `${base}mcp-test`,
		currentNodeExecutionIndex: 0,
		variables: {},
		logAiEvent: () => {},
		executeWorkflow: async () => await needsServer('Running another workflow'),
		getRunExecutionData: async () => await needsServer('Reading an execution'),
		getRuntimeCredential: async () => await needsServer('A run-time credential'),
		startRunnerTask: async () => await needsServer('A task runner'),
	};
}

async function needsServer(what: string): Promise<never> {
	throw new Error(`${what} needs an n8n server, which these contexts do not have`);
}
