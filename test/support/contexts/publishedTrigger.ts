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
	nodeId?: string;
	/** The id in the webhook's address; a random one unless said otherwise, null for none. */
	webhookId?: string | null;
	nodeName?: string;
	typeVersion?: number;
	/** Smile Trigger unless another node is to be run. */
	nodeType?: INodeType;
}

/** What may differ in another version of the workflow. */
export interface TriggerEdit {
	events?: string[];
	nodeName?: string;
	nodeId?: string;
	/** The id in the webhook's address. */
	webhookId?: string;
	/** A credential of its own, with these differences from the sample credential; the old one stays as it is. */
	credential?: ICredentialDataDecryptedObject;
	/** Another simulated Smile for the new credential. */
	smile?: SmileAccount;
	/** n8n got another address. */
	publicUrl?: string;
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
	/** Everything that n8n has stored for the workflow, as a copy of it has it. */
	allStaticData(): IDataObject;
	/** n8n has lost what it stored. */
	loseState(): void;
	/** Whether n8n takes what is sent to its address: until delete() has returned. */
	isListening(): boolean;
	checkExists(): Promise<boolean>;
	create(): Promise<boolean>;
	remove(): Promise<boolean>;
	/** checkExists, then create if need be; when that throws, delete, as n8n does. */
	activate(): Promise<void>;
	deactivate(): Promise<void>;
	/** Registers it as n8n's publication service does, with its five tries. */
	publish(): Promise<void>;
	/** Saves another version of the workflow, without publishing it. */
	change(edit: TriggerEdit): void;
	/** Saves another version of the workflow and publishes it: delete of the old one, then checkExists and create. */
	edit(edit: TriggerEdit): Promise<void>;
	/** Answers 500 once, as n8n does when its database fails. */
	failNextExecutionStart(error?: Error): void;
	delayExecutionStart(until: Promise<unknown>): void;
	/** Stops listening and cuts connections; what is registered at Smile stays. */
	close(): Promise<void>;
}
