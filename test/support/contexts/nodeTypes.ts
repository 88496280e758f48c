import { NodeHelpers, type INodeType, type INodeTypes } from 'n8n-workflow';

/** The name under which n8n knows a node: of this package, unless it names another. */
export function nodeTypeName({ description: { name } }: INodeType): string {
	return name.includes('.') ? name : `n8n-nodes-smile.${name}`;
}

/** Stands in for n8n's registry of installed nodes: knows the given ones and no other. */
export function nodeTypesOf(...installed: INodeType[]): INodeTypes {
	const byName = new Map(installed.map((nodeType) => [nodeTypeName(nodeType), nodeType]));
	const find = (name: string): INodeType => {
		const nodeType = byName.get(name);
		if (!nodeType) throw new Error(`The node type ${name} is not installed here`);
		return nodeType;
	};
	return {
		getByName: find,
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(find(name), version),
		getKnownTypes: () => ({}),
	};
}
