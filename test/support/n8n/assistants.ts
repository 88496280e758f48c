/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads n8n's own files and the built package */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { codexOf } from '../codex';
import { ensureN8n } from './install';
import { checkout } from './nodeBinary';
import { isAtLeast } from './version';

/** n8n's index of nodes for its assistants. */
interface SearchEngine {
	searchByName(query: string, limit: number): Array<{ name: string }>;
}

interface Hit {
	item: { properties: INodeTypeDescription };
}

/** What the installed n8n reads of nodes for its assistants and for the search of its nodes panel. */
export interface Assistants {
	/** Names of the nodes that a query finds, best first. */
	search(query: string, limit: number): string[];
	/** The same in the nodes panel of the editor. */
	searchPanel(query: string, limit: number): string[];
	/** The definition in TypeScript that an assistant reads of a node. */
	definitionOf(name: string): string;
	/** How many nodes are searched. */
	size: number;
}

const load = createRequire(join(checkout, 'package.json'));
const PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];
const SHOWN_IN_PANEL = [
	{ key: 'properties.displayName', weight: 1.3 },
	{ key: 'properties.codex.alias', weight: 1 },
];

/** The assistants' view of n8n's nodes and of the built package; undefined where this n8n has no such assistants. */
export async function assistants(): Promise<Assistants | undefined> {
	const { directory } = await ensureN8n();
	const at = (path: string) => join(directory, 'node_modules', path);
	const engineFile = at('@n8n/ai-utilities/dist/cjs/node-catalog/search-engine.js');
	if (!existsSync(engineFile)) {
		if (isAtLeast(2, 41)) throw new Error(`n8n no longer has ${engineFile}`);
		return undefined;
	}

	const { NodeSearchEngine } = load(engineFile) as {
		NodeSearchEngine: new (nodes: INodeTypeDescription[]) => SearchEngine;
	};
	const { sublimeSearch } = load(at('@n8n/utils/dist/search/sublime-search.cjs')) as {
		sublimeSearch(query: string, items: object[], keys: object[]): Hit[];
	};
	const { synthesizeNodeTypeDef } = load(
		at('n8n/dist/modules/mcp-registry/synthesize-type-def.js'),
	) as { synthesizeNodeTypeDef(description: INodeTypeDescription): string };

	const ours = ourNodes();
	const theirs = PACKAGES.flatMap((name) => nodesOf(name, at(`${name}/dist/types/nodes.json`)));
	const nodes = withTools(at, [...theirs, ...ours]).filter(({ hidden }) => !hidden);
	const engine = new NodeSearchEngine(nodes);
	// The panel lists tools among those of agents only, and each node once.
	const panel = [...new Map(nodes.map((node) => [node.name, node])).values()]
		.filter(({ name }) => !name.endsWith('Tool'))
		.map((properties) => ({ key: properties.name, properties }));
	return {
		search: (query, limit) => engine.searchByName(query, limit).map(({ name }) => name),
		searchPanel: (query, limit) =>
			sublimeSearch(query.toLowerCase(), panel, SHOWN_IN_PANEL)
				.slice(0, limit)
				.map(({ item }) => item.properties.name),
		definitionOf: (name) => {
			const node = ours.find((one) => one.name === name);
			if (!node) throw new Error(`The package has no node ${name}`);
			return synthesizeNodeTypeDef(node);
		},
		size: nodes.length,
	};
}

function nodesOf(packageName: string, file: string): INodeTypeDescription[] {
	const nodes = JSON.parse(readFileSync(file, 'utf8')) as INodeTypeDescription[];
	return nodes.map((node) => ({ ...node, name: `${packageName}.${node.name}` }));
}

/** As n8n loads them: the description of the class, beside it what the codex file says. */
function ourNodes(): INodeTypeDescription[] {
	const built = join(checkout, 'dist');
	return ['Smile', 'SmileTrigger'].map((className) => {
		const file = join(built, 'nodes', 'Smile', `${className}.node.js`);
		if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build first.`);
		const classes = load(file) as Record<string, new () => INodeType>;
		const { description } = new classes[className]();
		const plain = JSON.parse(JSON.stringify(description)) as INodeTypeDescription;
		return { ...plain, name: `n8n-nodes-smile.${plain.name}`, codex: codexOf(className, built) };
	});
}

/** n8n adds a tool beside each node that an agent can use, and searches it, too. */
function withTools(
	at: (path: string) => string,
	nodes: INodeTypeDescription[],
): INodeTypeDescription[] {
	const { createAiTools } = load(at('n8n/dist/tool-generation/index.js')) as {
		createAiTools(types: { nodes: INodeTypeDescription[] }, known: { nodes: object }): void;
	};
	const types = { nodes, credentials: [] };
	createAiTools(types, { nodes: {}, credentials: {} } as { nodes: object });
	return types.nodes;
}
