import type { IDataObject } from 'n8n-workflow';

import { actionNode, actionWorkflow, triggerNode, triggerWorkflow } from '../support/n8n/workflows';
import { startBuilder, type Builder } from './support/builder';
import type { NodePanel } from './support/nodePanel';

/** An n8n that does not know its public https address, as on a person's own computer. */
let builder: Builder;
beforeAll(async () => {
	builder = await startBuilder({ publicUrl: 'http://localhost:5678' });
});
afterAll(async () => await builder?.close());

async function openTrigger(events: string[], change: IDataObject = {}): Promise<NodePanel> {
	const { world, editor } = builder;
	const input = { parameters: { events }, credential: await credentialWith(change) };
	await editor.openWorkflow(await world.rest.createWorkflow(triggerWorkflow(input)));
	return await editor.openNode(triggerNode);
}

async function openAction(parameters: IDataObject, change: IDataObject = {}): Promise<NodePanel> {
	const { world, editor } = builder;
	const input = { parameters, credential: await credentialWith(change) };
	await editor.openWorkflow(await world.rest.createWorkflow(actionWorkflow(input)));
	return await editor.openNode(actionNode);
}

async function runAction(parameters: IDataObject, change: IDataObject = {}): Promise<string> {
	const panel = await openAction(parameters, change);
	await panel.executeButton.click();
	await panel.output.getByText('Error details').waitFor();
	return await panel.output.innerText();
}

async function credentialWith(change: IDataObject) {
	const data = { ...builder.world.credentialData, ...change };
	return await builder.world.rest.createCredential({ name: 'Mine', type: 'getSmileApi', data });
}

describe('a trigger that cannot work says so in the editor', () => {
	it('when no event is selected: the field is marked, and nothing can be started', async () => {
		const panel = await openTrigger([]);

		const said = await panel.issue();
		const isOffered = await panel.executeButton.isEnabled();
		await panel.close();

		expect(said).toContain('Parameter "Trigger On" is required');
		expect(isOffered).toBe(false);
		expect(await builder.editor.part('workflow-open-publish-modal-button').isEnabled()).toBe(false);
	});

	it('when n8n has no https address: listening and publishing name the variable to set', async () => {
		const panel = await openTrigger(['ALL_EVENTS']);

		await panel.executeButton.click();
		const listening = await builder.editor.notification('Problem running workflow');
		await panel.close();
		await builder.editor.publish();
		const publishing = await builder.editor.notification('Workflow could not be published');

		for (const said of [listening, publishing]) {
			expect(said).toContain('Smile delivers to https addresses only');
			expect(said).toContain('N8N_WEBHOOK_URL');
		}
	});

	it('when the credential has no webhook secret: listening says where to enter one', async () => {
		const panel = await openTrigger(['ALL_EVENTS'], { webhookSecret: '' });

		await panel.executeButton.click();
		const said = await builder.editor.notification('Problem running workflow');

		expect(said).toContain('The Webhook Secret of the Smile API credential is empty');
	});
});

describe('an operation that cannot work says so in the output', () => {
	it('when Smile refuses the key: what to check, with code and request id', async () => {
		const said = await runAction(
			{ resource: 'webhook', operation: 'getAll' },
			{ apiSecret: 'dummy' },
		);

		expect(said).toContain('Smile refused the API key in the Custom environment');
		expect(said).toMatch(/INVALID_CREDENTIALS: .+, request [0-9a-f-]{36}/);
		expect(said).toContain('Check in the Smile API credential');
	});

	it('when a webhook would get an address without https', async () => {
		const webhook = { name: 'Mine', url: 'http://a.example.test', events: ['ALL_EVENTS'] };

		const said = await runAction({ resource: 'webhook', operation: 'create', ...webhook });

		expect(said).toContain('URL must start with https://');
		expect(said).toContain('Smile delivers to public https addresses only');
	});

	it.each([
		['Name', { name: '' }],
		['URL', { url: '' }],
		['Events', { events: [] }],
	])('when %s is left empty: the field is marked', async (label, change) => {
		const webhook = { name: 'Mine', url: 'https://a.example.test', events: ['ALL_EVENTS'] };
		const parameters = { resource: 'webhook', operation: 'create', ...webhook, ...change };

		const panel = await openAction(parameters);

		expect(await panel.issue()).toContain(`Parameter "${label}" is required`);
	});

	it('when nothing is to be updated', async () => {
		const webhookId = { __rl: true, mode: 'id', value: 'unknown' };

		const said = await runAction({ resource: 'webhook', operation: 'update', webhookId });

		expect(said).toContain('No field to update is set');
	});
});
