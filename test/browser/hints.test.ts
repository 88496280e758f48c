import type { IDataObject } from 'n8n-workflow';

import { triggerHints } from '../../nodes/Smile/SmileTrigger.hints';
import { SmileTrigger } from '../../nodes/Smile/SmileTrigger.node';
import { triggerNode, triggerWorkflow } from '../support/n8n/workflows';
import { addWebhooks } from '../support/smile/addWebhooks';
import { openAction, openTrigger } from './support/panels';
import { photograph } from './support/pictures';
import { useBuilder } from './support/useBuilder';

const builder = useBuilder();

const [noRecords, noPayload, noProviders] = triggerHints.map(({ message }) => message);

describe('a person who sets up a trigger', () => {
	const contradictions: Array<[why: string, parameters: IDataObject, hint: string]> = [
		[
			'Records out of events without data',
			{ events: ['INCOMES_ADDED'], options: { output: 'records' } },
			noRecords,
		],
		[
			'a payload of events that have none',
			{ events: ['INCOMES_ADDED'], options: { includePayload: true } },
			noPayload,
		],
		[
			'providers of events that name none',
			{ events: ['USER_CREATED', 'ACCOUNT_FAILED'], options: { providers: ['sss_ph'] } },
			noProviders,
		],
	];

	it.each(contradictions)(
		'is told before the first run that they ask for %s',
		async (why, parameters, hint) => {
			const panel = await openTrigger(builder(), parameters);

			await panel.output.getByText(hint).waitFor();
			await photograph(builder().editor, `hint ${why}`.replace(/\W+/g, '-'));

			for (const other of [noRecords, noPayload, noProviders].filter((one) => one !== hint)) {
				expect(await panel.output.getByText(other).count()).toBe(0);
			}
		},
	);

	it('sees the hint go once the settings agree', async () => {
		const panel = await openTrigger(builder(), {
			events: ['INCOMES_ADDED'],
			options: { includePayload: true },
		});
		await panel.output.getByText(noPayload).waitFor();

		await panel.choose('events', 'Task Finished');
		await builder().editor.page.keyboard.press('Escape');

		await panel.output.getByText(noPayload).waitFor({ state: 'hidden' });
		expect(await panel.labels()).toContain('Include Payload');
	});

	it('reads on the canvas what to do while it listens', async () => {
		const { editor, world } = builder();
		const input = triggerWorkflow({
			parameters: { events: ['ALL_EVENTS'] },
			credential: world.credential,
		});
		await editor.openWorkflow(await world.rest.createWorkflow(input));

		await editor.part('execute-workflow-button').click();
		const { eventTriggerDescription = '' } = new SmileTrigger().description;
		const tooltip = editor.page.getByText(eventTriggerDescription).first();
		await tooltip.waitFor();
		const box = await tooltip.boundingBox();
		await photograph(editor, 'hint-listening');
		await world.smile.emit('ACCOUNT_CONNECTED');
		await tooltip.waitFor({ state: 'hidden' });

		expect(eventTriggerDescription).toContain('Sample Event in Test Runs');
		// n8n breaks no line there, and its side bar would cover the beginning of a longer one.
		expect(box?.width).toBeLessThan(640);
		const node = editor.page.locator(`[data-test-id=canvas-node][data-node-name="${triggerNode}"]`);
		expect(await node.innerText()).toContain('All Events');
	});
});

describe('a person who runs the Smile node', () => {
	it('is told that Limit left something at Smile', async () => {
		const { editor, world } = builder();
		addWebhooks(world.smile, 4);
		const panel = await openAction(builder(), {
			resource: 'webhook',
			operation: 'getAll',
			limit: 2,
		});

		await panel.executeButton.click();
		await panel.output.getByText('Smile has more than Limit let through').waitFor();
		await photograph(editor, 'hint-limit');

		expect(await panel.output.innerText()).toContain('Turn on Return All, or raise Limit');
		world.smile.webhooks.clear();
	});

	it('is told that a webhook has a new ID', async () => {
		const { editor, world } = builder();
		addWebhooks(world.smile, 1);
		const [{ id }] = world.smile.webhooks.all;
		const panel = await openAction(builder(), {
			resource: 'webhook',
			operation: 'update',
			webhookId: { __rl: true, mode: 'id', value: id },
			updateFields: { name: 'Renamed', secret: 'dummy-secret' },
		});

		await panel.executeButton.click();
		await panel.output.getByText('The webhook has a new ID').waitFor();
		await photograph(editor, 'hint-new-id');

		expect(await panel.output.innerText()).toContain('replacedWebhookId');
		world.smile.webhooks.clear();
	});

	it('is told that the data of an event is gone', async () => {
		const { editor } = builder();
		const event = {
			id: 'et-1',
			type: 'INCOMES_ADDED',
			createdAt: '2026-03-04T05:06:07Z',
			data: { userId: 'acme-1', accountId: 'a-gone', count: 1 },
		};
		const panel = await openAction(builder(), {
			resource: 'event',
			operation: 'getData',
			event: JSON.stringify(event),
		});

		await panel.executeButton.click();
		await panel.output.getByText('One result has no record').waitFor();
		await photograph(editor, 'hint-gone');

		expect(await panel.output.innerText()).toContain('Filter on "gone"');
	});
});
