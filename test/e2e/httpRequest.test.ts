import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { isAtLeast } from '../support/n8n/version';
import { actionNode, manualNode } from '../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';

const requestNode = 'HTTP Request';

describe("n8n's own node HTTP Request with the credential", () => {
	let world: N8nWorld;
	beforeAll(async () => {
		world = await borrowN8nWorld();
	});
	afterAll(async () => await world?.close());
	beforeEach(() => world.smile.journal.clear());

	async function request(path: string) {
		const { id, name } = world.credential;
		const parameters = {
			url: `${world.smile.baseUrl}${path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'getSmileApi',
			options: {},
		};
		const node = (nodeName: string, type: string, typeVersion: number, rest: object) => ({
			id: randomUUID(),
			name: nodeName,
			type,
			typeVersion,
			position: [0, 0] as [number, number],
			parameters: {},
			...rest,
		});
		const workflow = await world.rest.createWorkflow({
			name: 'HTTP Request',
			nodes: [
				node(manualNode, 'n8n-nodes-base.manualTrigger', 1, {}),
				node(requestNode, 'n8n-nodes-base.httpRequest', 4.2, {
					parameters,
					credentials: { getSmileApi: { id, name } },
				}),
			],
			connections: {
				[manualNode]: { main: [[{ node: requestNode, type: 'main', index: 0 }]] },
			},
		});
		const started = await world.rest.runManually(workflow.id, manualNode);
		if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
		return await world.rest.finishedExecution(started.executionId);
	}

	// n8n 1 looks at the Allowed Domains only where a redirect leads (1.123, proxyRequestToAxios).
	const checksDomains = isAtLeast(2, 0) ? it : it.skip;

	checksDomains('sends the key to no host that is not Smile’s', async () => {
		const execution = await request('/webhooks');

		expect(execution.error?.message).toContain('Domain not allowed');
		expect(execution.error?.message).toContain('sandbox.smileapi.io, open.smileapi.io');
		expect(world.smile.journal.entries).toEqual([]);
	});

	it('sends it to the host of a Base URL that is among the Allowed Domains', async () => {
		const { hostname } = new URL(world.smile.baseUrl);
		const change: IDataObject = { allowedHttpRequestDomains: 'domains', allowedDomains: hostname };
		await world.rest.updateCredential(world.credential, { ...world.credentialData, ...change });
		world.smile.webhooks.add({ name: 'Payroll' });

		const execution = await request('/webhooks');
		await world.rest.updateCredential(world.credential, world.credentialData);

		expect(execution.error).toBeUndefined();
		expect(JSON.stringify(execution.items(requestNode))).toContain('Payroll');
		expect(world.smile.journal.entries).toEqual([
			expect.objectContaining({ path: '/webhooks', authorised: true }),
		]);
	});

	it('is not needed by the Smile node, which reaches any Base URL', async () => {
		const execution = await world.rest.runAction({
			parameters: { resource: 'webhook', operation: 'getAll' },
			credential: world.credential,
		});

		expect(execution.error).toBeUndefined();
		expect(execution.items(actionNode).length).toBeGreaterThan(0);
	});

	it('is named by Custom API Call in the Smile node', async () => {
		const execution = await world.rest.runAction({
			parameters: { resource: '__CUSTOM_API_CALL__', operation: '__CUSTOM_API_CALL__' },
			credential: world.credential,
		});

		expect(execution.error?.message).toContain('Custom API Call is not done by this node');
		expect(execution.error?.description).toContain('Use the node HTTP Request instead');
	});
});
