import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';
import type { Credential } from '../../support/n8n/types';

interface NodeInput {
	name: string;
	type: string;
	version: number;
	parameters?: object;
	credential?: Credential;
	webhookId?: string;
}

/** A node as n8n stores it. */
export function node(input: NodeInput): INode {
	const { name, type, version, parameters = {}, credential, webhookId } = input;
	return {
		id: randomUUID(),
		name,
		type,
		typeVersion: version,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		...(webhookId && { webhookId }),
		...(credential && {
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		}),
	};
}

/** A node that does nothing, so that each workflow has something to start. */
export function after(): INode {
	return node({ name: 'After', type: 'n8n-nodes-base.noOp', version: 1 });
}

/** Links such as `['Webhook', 'Crypto']`; further numbers are the output and the input, both 0 if left out. */
export type Link = [from: string, to: string, output?: number, input?: number];

export function connect(links: Link[]): IDataObject {
	const connections: Record<string, { main: object[][] }> = {};
	for (const [from, to, output = 0, input = 0] of links) {
		const { main } = (connections[from] ??= { main: [] });
		while (main.length <= output) main.push([]);
		main[output].push({ node: to, type: 'main', index: input });
	}
	return connections as unknown as IDataObject;
}
