import { nodeKey } from '../../../nodes/Smile/delivery/memory';

type Context = Parameters<typeof nodeKey>[0];

/** A node as n8n hands it to the trigger. */
function contextOf(credentialId?: string | null, workflowId: string | undefined = 'wf-1'): Context {
	const credentials =
		credentialId === undefined ? undefined : { getSmileApi: { id: credentialId, name: 'Smile' } };
	return {
		getNode: () => ({ id: 'node-1', name: 'Smile Trigger', webhookId: 'id-1', credentials }),
		getWorkflow: () => ({ id: workflowId, name: 'Payroll', active: true }),
	} as unknown as Context;
}

describe("what belongs to one trigger's memory", () => {
	it('is told by workflow, node, webhook id and mode, and for the secrets by credential', () => {
		expect(nodeKey(contextOf('credential-1'), false)).toEqual({
			trigger: 'wf-1/node-1/id-1',
			node: 'wf-1/node-1/id-1/live',
			secrets: expect.stringMatching(/^wf-1\/node-1\/id-1\/live\/credential-1$/),
			workflowId: 'wf-1',
			nodeId: 'node-1',
			nodeName: 'Smile Trigger',
		});
	});

	it('is another one in a test run', () => {
		const { node, secrets } = nodeKey(contextOf('credential-1'), true);

		expect(node).toBe('wf-1/node-1/id-1/test');
		expect(secrets).toBe('wf-1/node-1/id-1/test/credential-1');
	});

	it('exists without a credential or a saved workflow', () => {
		expect(nodeKey(contextOf(), false).secrets).toBe('wf-1/node-1/id-1/live/');
		expect(nodeKey(contextOf(null), false).secrets).toBe('wf-1/node-1/id-1/live/');
		const other = { credentials: { httpBasicAuth: { id: 'credential-2', name: 'Other' } } };
		const ofOther = {
			...contextOf(),
			getNode: () => ({ id: 'node-1', webhookId: 'id-1', ...other }),
		} as unknown as Context;
		expect(nodeKey(ofOther, false).secrets).toBe('wf-1/node-1/id-1/live/');
		const unsaved = {
			...contextOf(),
			getWorkflow: () => ({ active: false }),
		} as unknown as Context;
		expect(nodeKey(unsaved, false)).toMatchObject({ node: '/node-1/id-1/live', workflowId: '' });
	});
});
