import type { IDataObject, INodeTypeDescription, Themed } from 'n8n-workflow';
import type { Session } from './session';
import type { LocatorResults, LocatorSearch } from './types';

export interface NodeCalls {
	/** Descriptions of the nodes of this package, as the editor loads them; one for each version. */
	nodeTypes(): Promise<INodeTypeDescription[]>;
	/** Descriptions of this package's credentials. */
	credentialTypes(): Promise<DescribedCredential[]>;
	/** Names of the tools that n8n makes of this package's nodes for AI agents. */
	toolNames(): Promise<string[]>;
	searchLocator(search: LocatorSearch): Promise<LocatorResults>;
	/** An output preview; undefined when n8n serves none. Version such as `1.0.0`. */
	schemaPreview(
		nodeType: string,
		version: string,
		resource?: string,
		operation?: string,
	): Promise<IDataObject | undefined>;
	/** Any path of n8n with the session's cookie: an icon, for example. */
	get(path: string): Promise<Response>;
}

export interface DescribedCredential {
	name: string;
	displayName: string;
	iconUrl?: Themed<string>;
}

const packagePrefix = 'n8n-nodes-smile.';

async function list<T>(session: Session, path: string): Promise<T[]> {
	const answer = await session.fetch(path);
	if (!answer.ok) throw new Error(`n8n answered ${answer.status} to GET ${path}`);
	return (await answer.json()) as T[];
}

/** The calls around what a package brings to the editor. */
export function nodeCalls(session: Session): NodeCalls {
	const ownTypes = async () => {
		const all = await list<INodeTypeDescription>(session, '/types/nodes.json');
		return all.filter(({ name }) => name.startsWith(packagePrefix));
	};

	return {
		get: session.fetch,
		async nodeTypes() {
			return (await ownTypes()).filter(({ name }) => !name.endsWith('Tool'));
		},
		async toolNames() {
			return (await ownTypes()).map(({ name }) => name).filter((name) => name.endsWith('Tool'));
		},
		async credentialTypes() {
			const all = await list<DescribedCredential>(session, '/types/credentials.json');
			return all.filter(({ name }) => name === 'getSmileApi');
		},
		async searchLocator({ nodeType, typeVersion = 1, credential, ...search }) {
			const { id, name, type } = credential;
			return await session.call('POST', '/dynamic-node-parameters/resource-locator-results', {
				path: search.path ?? 'parameters.webhookId',
				methodName: search.methodName,
				nodeTypeAndVersion: { name: nodeType, version: typeVersion },
				currentNodeParameters: search.parameters ?? {},
				credentials: { [type]: { id, name } },
				filter: search.filter,
				paginationToken: search.paginationToken,
			});
		},
		async schemaPreview(nodeType, version, resource, operation) {
			const parts = [nodeType, version, resource, operation].filter(Boolean);
			const answer = await session.fetch(`/schemas/${parts.join('/')}.json`);
			return answer.status === 200 ? ((await answer.json()) as IDataObject) : undefined;
		},
	};
}
