import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import type { LogLine } from './capturedLogs';
import type { CredentialStore } from './credentialStore';
import type { FailedExecution } from './executions';
import type { SmileAccount } from './sampleCredential';

export interface PublishOptions {
	/** Published there at once; its deliveries to the public address then arrive here. */
	smile?: SmileAccount & { mapHost(publicOrigin: string, localOrigin: string): void };
	events?: string[];
	options?: INodeParameters;
	/** Parameters beside events and options. */
	parameters?: INodeParameters;
	/** Differences from the sample credential, or a store that holds `credential-1`. */
	credential?: ICredentialDataDecryptedObject | CredentialStore;
	/** Where people reach n8n; two triggers at one Smile need two hosts. */
	publicUrl?: string;
	/** manual: the editor listens for a test event. */
	mode?: 'trigger' | 'manual';
	/** Whether to publish at once; true with `smile`. */
	activate?: boolean;
	/** N8N_PROXY_HOPS: proxies that are trusted with X-Forwarded-For; none unless said otherwise. */
	proxyHops?: number;
	staticData?: IDataObject;
	workflowName?: string;
	workflowId?: string;
	/** The id in the webhook's address; a random one unless said otherwise, null for none. */
	webhookId?: string | null;
	nodeName?: string;
	typeVersion?: number;
	/** Smile Trigger unless another node is to be run. */
	nodeType?: INodeType;
}

/** A workflow with a trigger, and the stand-in for n8n around it. */
export interface PublishedTrigger {
	/** The public address, which the node registers. */
	url: string;
	/** The same webhook on this machine. */
	localUrl: string;
	localOrigin: string;
	workflowId: string;
	credentials: CredentialStore;
	/** The items of every started execution. */
	executions: INodeExecutionData[][];
	/** What n8n shows as failed executions, because webhook() threw. */
	failedExecutions: FailedExecution[];
	/** Errors that would be an unhandled rejection in n8n: of the clean-up after a test event. */
	unhandledErrors: Error[];
	/** Everything that went to n8n's logger meanwhile. */
	logs: LogLine[];
	/** What n8n has stored for the node. */
	staticData(): IDataObject;
	checkExists(): Promise<boolean>;
	create(): Promise<boolean>;
	remove(): Promise<boolean>;
	/** checkExists, then create if need be; when that throws, delete, as n8n does. */
	activate(): Promise<void>;
	deactivate(): Promise<void>;
	/** Answers 500 once, as n8n does when its database fails. */
	failNextExecutionStart(error?: Error): void;
	delayExecutionStart(until: Promise<unknown>): void;
	/** Stops listening and cuts connections; what is registered at Smile stays. */
	close(): Promise<void>;
}
