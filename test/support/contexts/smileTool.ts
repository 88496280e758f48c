import type { INodeType } from 'n8n-workflow';

import { smileNode } from './packageClasses';

/** The Smile node as n8n offers it to an agent: as a type of its own. */
export async function smileTool(): Promise<INodeType> {
	const node = await smileNode();
	const description = { ...node.description, name: `${node.description.name}Tool` };
	return Object.assign(Object.create(node) as INodeType, { description });
}
