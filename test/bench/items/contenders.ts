/* eslint-disable @n8n/community-nodes/no-restricted-imports -- loads n8n's own node */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { ensureN8n } from '../../support/n8n/install';
import { builtNode } from '../builtPackage';
import { tell } from '../n8n/progress';

/** A node that reads one user of Smile's for each item. */
export interface Contender {
	name: string;
	nodeType: INodeType;
	parameters: INodeParameters;
}

/** The node as it is built, and n8n's own as its makers advise it for a limit of twenty requests a second. */
export async function contenders(baseUrl: string): Promise<Contender[]> {
	const locator = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
	return [
		{
			name: 'Smile',
			nodeType: builtNode('Smile'),
			parameters: { resource: 'user', operation: 'get', userId: locator },
		},
		{
			name: 'HTTP Request, batches of 20 every 1,000 ms',
			nodeType: await httpRequestNode(),
			parameters: {
				url: `=${baseUrl}/users/{{ $json.id }}`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'getSmileApi',
				options: { batching: { batch: { batchSize: 20, batchInterval: 1_000 } } },
			},
		},
	];
}

/** Out of the installed n8n, under the name that lets it use any credential. */
async function httpRequestNode(): Promise<INodeType> {
	const { directory } = await ensureN8n({ onProgress: tell });
	const load = createRequire(join(directory, 'package.json'));
	const { HttpRequest } = load('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js') as {
		HttpRequest: new () => { getNodeType(): INodeType };
	};
	const node = new HttpRequest().getNodeType();
	const description = { ...node.description, name: 'n8n-nodes-base.httpRequest' };
	return Object.assign(Object.create(node) as INodeType, { description });
}
