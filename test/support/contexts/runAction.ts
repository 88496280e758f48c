import {
	createEmptyRunExecutionData,
	type ICredentialDataDecryptedObject,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodePropertyOptions,
	type INodeType,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { additionalDataFor } from './additionalData';
import { loadContexts } from './core';
import { CredentialStore } from './credentialStore';
import { smileNode } from './packageClasses';
import { sampleCredential, storeWith, type SmileAccount } from './sampleCredential';
import { createWorkflow } from './workflow';

export interface ActionOptions {
	smile?: SmileAccount;
	/** As set in the editor; expressions such as `={{ $json.id }}` see the item. */
	parameters: INodeParameters;
	/** One empty item unless said otherwise. */
	items?: INodeExecutionData[];
	continueOnFail?: boolean | 'errorOutput';
	retryOnFail?: boolean;
	/** Differences from the sample credential, or a store that holds `credential-1`. */
	credential?: ICredentialDataDecryptedObject | CredentialStore;
	typeVersion?: number;
	timezone?: string;
	/** Smile unless another node is to be run. */
	nodeType?: INodeType;
	/** Fires when somebody stops the execution. */
	abortSignal?: AbortSignal;
	/** Whether the context is one of an older n8n, which takes no hints. */
	takesNoHints?: boolean;
}

/** Runs the action node once over all items and returns its output; throws what the node throws. */
export async function runAction(given: ActionOptions): Promise<INodeExecutionData[]> {
	return (await runWithHints(given)).items;
}

export interface HintedRun {
	items: INodeExecutionData[];
	/** What the editor shows above the output. */
	hints: NodeExecutionHint[];
}

/** The same, with the hints that the node gave. */
export async function runWithHints(given: ActionOptions): Promise<HintedRun> {
	const { items = [{ json: {} }] } = given;
	const { ExecuteContext } = await loadContexts();
	const { nodeType, workflow, node, additionalData } = await prepare(given);
	const input = { main: [items] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'trigger',
		createEmptyRunExecutionData(),
		0,
		items,
		input,
		{ node, data: input, source: null },
		[],
		given.abortSignal,
	);
	const output = await nodeType.execute?.call(given.takesNoHints ? withoutHints(context) : context);
	if (!Array.isArray(output)) throw new Error('execute() returned no items');
	return { items: output[0], hints: context.hints };
}

function withoutHints<Context extends object>(context: Context): Context {
	return new Proxy(context, {
		has: (target, name) => name !== 'addExecutionHints' && name in target,
		get(target, name) {
			const value: unknown = name === 'addExecutionHints' ? undefined : Reflect.get(target, name);
			return typeof value === 'function' ? (value.bind(target) as unknown) : value;
		},
	});
}

export interface SearchOptions extends Omit<ActionOptions, 'items' | 'parameters'> {
	parameters?: INodeParameters;
	filter?: string;
	paginationToken?: string;
}

/** Opens a resource locator's list, as the editor does. */
export async function searchList(
	methodName: string,
	given: SearchOptions = {},
): Promise<INodeListSearchResult> {
	const { LoadOptionsContext } = await loadContexts();
	const { parameters = {} } = given;
	const { nodeType, workflow, node, additionalData } = await prepare({ ...given, parameters });
	const search = nodeType.methods?.listSearch?.[methodName];
	if (!search) throw new Error(`The node has no listSearch method ${methodName}`);
	const context = new LoadOptionsContext(
		workflow,
		node,
		{ ...additionalData, currentNodeParameters: parameters },
		'',
	);
	return await search.call(context, given.filter, given.paginationToken);
}

/** Opens the list of a field of several, as the editor does. */
export async function loadOptions(
	methodName: string,
	given: SearchOptions = {},
): Promise<INodePropertyOptions[]> {
	const { LoadOptionsContext } = await loadContexts();
	const { parameters = {} } = given;
	const { nodeType, workflow, node, additionalData } = await prepare({ ...given, parameters });
	const load = nodeType.methods?.loadOptions?.[methodName];
	if (!load) throw new Error(`The node has no loadOptions method ${methodName}`);
	const own = { ...additionalData, currentNodeParameters: parameters };
	return await load.call(new LoadOptionsContext(workflow, node, own, ''));
}

async function prepare(given: ActionOptions) {
	const { credential = {}, smile } = given;
	const isStore = credential instanceof CredentialStore;
	const store = isStore ? credential : await storeWith(sampleCredential(smile, credential));
	const nodeType = given.nodeType ?? (await smileNode());
	const { parameters, typeVersion, timezone, continueOnFail, retryOnFail } = given;
	const single = createWorkflow({
		nodeType,
		parameters,
		typeVersion,
		timezone,
		continueOnFail,
		retryOnFail,
		credentials: { getSmileApi: { id: 'credential-1', name: 'Sample credential' } },
	});
	return { ...single, nodeType, additionalData: additionalDataFor(store) };
}
