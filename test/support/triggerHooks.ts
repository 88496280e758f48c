import {
	ObservableObject,
	type IDataObject,
	type IHookFunctions,
	type IHttpRequestOptions,
	type INode,
	type IWorkflowMetadata,
} from 'n8n-workflow';

import { MemorySmile } from './memorySmile';

export interface HookOptions {
	smile: MemorySmile;
	workflow?: Partial<IWorkflowMetadata>;
	node?: Partial<INode>;
	/** The address under which n8n listens for the trigger. */
	address?: string;
	mode?: 'trigger' | 'manual' | 'internal';
	parameters?: IDataObject;
	/** What differs from the sample credential, at each moment; undefined takes a field out. */
	credential?: IDataObject;
	/** What n8n has stored for the node, and for the whole workflow. */
	stored?: { node?: IDataObject; global?: IDataObject };
}

/** What n8n gives checkExists(), create() and delete() of a trigger, by hand; its HTTP helper asks a Smile in memory. */
export interface TriggerHooks {
	context: IHookFunctions;
	/** What n8n would store for the node. */
	node: IDataObject;
	/** What n8n would store for the workflow. */
	global: IDataObject;
}

/** The sample address. */
export const address = 'https://n8n.example.test/webhook/1/webhook';
/** The sample secret. */
export const secret = 'dummy-secret';

export function hooksOf({ smile, ...given }: HookOptions): TriggerHooks {
	const parameters: IDataObject = { events: ['ALL_EVENTS'], ...given.parameters };
	const credential = (): IDataObject => ({
		...smile.credential,
		webhookSecret: secret,
		...given.credential,
	});
	const node = ObservableObject.create({ ...given.stored?.node }) as IDataObject;
	const global = ObservableObject.create({ ...given.stored?.global }) as IDataObject;
	const context = {
		logger: smile.logger,
		getMode: () => given.mode ?? 'trigger',
		getNode: () => ({
			id: 'node-1',
			name: 'Smile Trigger',
			webhookId: 'id-1',
			parameters,
			credentials: { getSmileApi: { id: 'credential-1', name: 'Smile' } },
			...given.node,
		}),
		getWorkflow: () => ({ id: 'wf-1', name: 'Payroll', active: true, ...given.workflow }),
		getNodeWebhookUrl: () => ('address' in given ? given.address : address),
		getNodeParameter: (name: string, fallback?: unknown) =>
			name in parameters ? parameters[name] : fallback,
		getWorkflowStaticData: (type: 'node' | 'global') => ({ node, global })[type],
		getCredentials: async () => await Promise.resolve(credential()),
		helpers: {
			httpRequest: async (request: IHttpRequestOptions) => await smile.answer(request),
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => {
				const { apiKey, apiSecret } = credential();
				const auth = { username: String(apiKey), password: String(apiSecret) };
				return await smile.answer({ ...request, auth });
			},
		},
	};
	return { context: context as unknown as IHookFunctions, node, global };
}

let workflows = 0;

/**
 * A workflow and a Smile of its own for each test, since the process remembers what became of a trigger. `owned` is
 * what n8n has stored where the workflow has the webhook w-0 at the sample address; `name` is that of the trigger in
 * the log.
 */
export function ownWorkflow(given: Partial<HookOptions> = {}) {
	const smile = new MemorySmile();
	const id = `wf-${(workflows += 1)}`;
	return {
		smile,
		id,
		hooks: (more: Partial<HookOptions> = {}) =>
			hooksOf({ smile, workflow: { id }, ...given, ...more }),
		owned: { webhookId: 'w-0', webhookUrl: address, workflowId: id },
		name: `"Smile Trigger" of workflow ${id}`,
	};
}
