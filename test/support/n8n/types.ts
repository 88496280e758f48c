import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IPinData,
	IRunExecutionData,
} from 'n8n-workflow';

/** A finished installation of n8n in the cache folder. */
export interface N8nInstallation {
	version: string;
	/** The folder that holds node_modules. */
	directory: string;
	/** The script that `node` runs. */
	bin: string;
}

export interface EnsureOptions {
	version?: string;
	/** Called with one readable line every few seconds while something is being installed. */
	onProgress?: (line: string) => void;
}

export interface StartOptions {
	/** Default: a free port. */
	port?: number;
	/** Default: a new temporary folder, removed by stop() and kill(). A folder given by the caller stays. */
	userFolder?: string;
	/** Whether n8n serves its editor, which it writes anew at each start; default true. */
	editor?: boolean;
	/** Added last, so it can override anything. */
	env?: Record<string, string>;
	/** What n8n believes to be its public address; default https://n8n.example.test, '' for none. */
	publicUrl?: string;
	/** Whether our package is packed and installed into the user folder first; default true. */
	withPackage?: boolean;
	/** Milliseconds until a start counts as failed; default 120,000. */
	timeoutMs?: number;
	/** A file that n8n's output is added to as well, for other processes. */
	logFile?: string;
	/** Called with one readable line when a step begins. */
	onProgress?: (line: string) => void;
}

/** A running n8n. */
export interface N8n {
	/** `http://127.0.0.1:<port>`, without a trailing slash. */
	origin: string;
	/** The public address it was told, without a trailing slash; '' if none. */
	publicUrl: string;
	port: number;
	pid: number;
	userFolder: string;
	/** Of its owner's session, where there is one: n8n refuses the sixth login in a minute. */
	cookie?: string;
	/** Milliseconds from spawn to ready. */
	startedInMs: number;
	/** Everything it has written so far, standard output and standard error mixed. */
	log(): string;
	/** SIGTERM, then SIGKILL after ten seconds; removes a folder of our own making unless `keep` is set. */
	stop(options?: { keepUserFolder?: boolean }): Promise<void>;
	/** SIGKILL, as a crash would; keeps the folder when asked to, so that a restart can find it. */
	kill(options?: { keepUserFolder?: boolean }): Promise<void>;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
}

export interface CredentialInput {
	name: string;
	type: string;
	data: IDataObject;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** What n8n needs to store a workflow; made by the builders in workflows.ts. */
export interface WorkflowInput {
	name: string;
	nodes: INode[];
	connections: IDataObject;
	settings?: IDataObject;
	staticData?: IDataObject;
	pinData?: IPinData;
}

export interface Workflow extends WorkflowInput {
	id: string;
	versionId: string;
	/** The published version; null when the workflow is not published. */
	activeVersionId: string | null;
}

/** How n8n's publication service has ended with a workflow. */
export interface Publication {
	status: 'not_published' | 'in_progress' | 'published' | 'partial' | 'failed';
	/** The message the editor shows for the first trigger that failed. */
	errorMessage?: string;
	/** Milliseconds from the request until the outcome was known. */
	tookMs: number;
}

export interface ExecutionSummary {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
	startedAt?: string;
	stoppedAt?: string;
}

/** An execution with its data unfolded. */
export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
	/** Items of the first output of a node's last run; [] if the node did not run. */
	items(nodeName: string): INodeExecutionData[];
	/** The error that ended the execution: message, description and whatever else n8n kept. */
	error?: { message: string; description?: string | null; [key: string]: unknown };
}

/** The answer of a manual run. */
export type ManualRun = { executionId: string } | { waitingForWebhook: true };

/** One search of a resource locator's list. */
export interface LocatorSearch {
	nodeType: string;
	typeVersion?: number;
	/** For example `searchWebhooks`. */
	methodName: string;
	/** For example `parameters.webhookId`. */
	path?: string;
	credential: Credential;
	parameters?: IDataObject;
	filter?: string;
	paginationToken?: string;
}

export interface LocatorResults {
	results: Array<{ name: string; value: string; url?: string }>;
	paginationToken?: unknown;
}
