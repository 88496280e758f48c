/* eslint-disable @n8n/community-nodes/no-restricted-imports -- writes a package into n8n's folder */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const packageName = 'n8n-nodes-bench-bare';
export const bareTriggerType = `${packageName}.bareTrigger`;

/** Its webhook is described as the Smile Trigger's, so that n8n does the same work around it. */
const source = `
exports.BareTrigger = class {
	description = {
		displayName: 'Bare Trigger',
		name: 'bareTrigger',
		group: ['trigger'],
		version: 2,
		description: 'Starts the workflow with whatever arrives',
		defaults: { name: 'Bare Trigger' },
		inputs: [],
		outputs: ['main'],
		credentials: [{ name: 'getSmileApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: 'webhook',
			},
		],
		properties: [],
	};

	async webhook() {
		const items = [{ json: this.getBodyData() }];
		return { webhookResponse: { status: 'accepted' }, workflowData: [items] };
	}
};
`;

/** Puts a trigger that verifies nothing into a user folder, where the next start of n8n finds it. */
export async function installBareTrigger(userFolder: string): Promise<void> {
	const folder = join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const manifest = {
		name: packageName,
		version: '0.0.1',
		n8n: { n8nNodesApiVersion: 1, nodes: ['BareTrigger.node.js'] },
	};
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	await writeFile(join(folder, 'BareTrigger.node.js'), source);
}
