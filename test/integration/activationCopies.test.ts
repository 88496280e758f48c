import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { anotherProcess } from '../support/contexts/anotherProcess';
import { removalClock } from '../support/contexts/removalClock';
import type { PublishedTrigger, PublishOptions } from '../support/contexts/publishedTrigger';
import { runAction } from '../support/contexts/runAction';
import { linesWith } from '../support/logLines';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const original = { workflowId: 'wf-1', nodeId: 'node-1', webhookId: 'shared' };
const published = { ...original, publicUrl: 'https://prod.example.test/' };

/** What a copy of a workflow or of a whole database brings along. */
const withStateOf = (trigger: PublishedTrigger): PublishOptions => ({
	activate: false,
	staticData: trigger.allStaticData(),
});

/** Each way in which n8n may let go of a copy, or fail to publish it. */
const endings: Array<[string, (copy: PublishedTrigger) => Promise<unknown>]> = [
	['is unpublished', async (copy) => await copy.deactivate()],
	['is refused, because its address is taken', async (copy) => await copy.remove()],
	['cannot be published', async (copy) => await failing(copy, 'activate')],
	['cannot be published by the service', async (copy) => await failing(copy, 'publish')],
];

async function failing(copy: PublishedTrigger, how: 'activate' | 'publish'): Promise<void> {
	copy.change({ events: [] });
	await expect(copy[how]()).rejects.toThrow('Trigger On');
}

describe.each(endings)('a copy that %s', (_ending, end) => {
	const copies: Array<[string, PublishOptions]> = [
		[
			'of the database under another address',
			{ ...original, publicUrl: 'https://copy.example.test/' },
		],
		['of the database at localhost', { ...original, publicUrl: 'http://localhost:5678/' }],
		['of the workflow in the same n8n', { ...published, workflowId: 'wf-2' }],
		['with an address of its own', { publicUrl: published.publicUrl, workflowId: 'wf-2' }],
	];

	it.each(copies)('%s costs the original no webhook', async (_copy, given) => {
		const { smile, trigger } = await worlds.publish(published);
		const webhooks = smile.webhooks.all;
		const copy = await worlds.publishAt(smile, { ...withStateOf(trigger), ...given });

		await end(copy);
		await removalClock.pass(10_000);

		expect(smile.webhooks.all).toEqual(webhooks);
		expect(smile.journal.entries.filter(({ method }) => method === 'DELETE')).toEqual([]);
	});

	it.each(copies)('%s costs the original no webhook after a restart', async (_copy, given) => {
		const { smile, trigger } = await worlds.publish(published);
		const webhooks = smile.webhooks.all;
		const { nodeType, clock } = await anotherProcess();
		const copy = await worlds.publishAt(smile, { ...withStateOf(trigger), ...given, nodeType });

		await end(copy);
		await clock.pass(10_000);

		expect(smile.webhooks.all).toEqual(webhooks);
		expect(smile.journal.entries.filter(({ method }) => method === 'DELETE')).toEqual([]);
	});

	it('of the workflow in the same n8n costs it none after a rotation by the Smile node', async () => {
		const { smile, trigger } = await worlds.publish(published);
		await runAction({ smile, parameters: rotationOf(smile.webhooks.all[0].id) });
		const webhooks = smile.webhooks.all;
		const given = { ...published, workflowId: 'wf-2', activate: false };
		const copies = [
			await worlds.publishAt(smile, given),
			await worlds.publishAt(smile, { ...given, ...withStateOf(trigger) }),
		];

		for (const copy of copies) await end(copy);
		await removalClock.pass(10_000);

		expect(webhooks).toHaveLength(1);
		expect(smile.webhooks.all).toEqual(webhooks);
	});
});

function rotationOf(id: string): INodeParameters {
	return {
		resource: 'webhook',
		operation: 'update',
		webhookId: { __rl: true, mode: 'id', value: id },
		updateFields: { secret: '' },
	};
}

describe('a copy', () => {
	it('under another address that is published gets a webhook of its own and names the other', async () => {
		const { smile, trigger } = await worlds.publish(published);
		const [{ id, url }] = smile.webhooks.all;
		const given = { ...original, publicUrl: 'https://copy.example.test/' };
		const copy = await worlds.publishAt(smile, { ...withStateOf(trigger), ...given });

		await copy.activate();

		expect(smile.webhooks.all.map((webhook) => webhook.url)).toEqual([url, copy.url]);
		expect(linesWith(copy, 'may be left', id, url)).toHaveLength(1);
		await copy.deactivate();
		await removalClock.pass(10_000);
		await smile.journal.waitFor(({ method }) => method === 'DELETE');
		expect(smile.webhooks.all.map((webhook) => webhook.url)).toEqual([url]);
	});

	it('that is published leaves its original unable to delete what it has now', async () => {
		const { smile, trigger } = await worlds.publish(published);
		await trigger.deactivate();
		const copy = await worlds.publishAt(smile, { ...published, workflowId: 'wf-2' });

		// n8n refuses the original now, and calls delete() for it.
		await trigger.remove();
		await removalClock.pass(10_000);

		expect(smile.webhooks.withUrl(copy.url)).toHaveLength(1);
	});

	const foreign: IDataObject[] = [
		{},
		{ webhookUrl: 'https://prod.example.test/webhook/shared/webhook' },
		{ workflowId: 'wf-1' },
		{ webhookUrl: 7, workflowId: null },
	];
	it.each(foreign)('with the state %j deletes nothing', async (state) => {
		const { smile } = await worlds.publish(published);
		const webhooks = smile.webhooks.all;
		const staticData = { 'node:Smile Trigger': state };
		const copy = await worlds.publishAt(smile, { ...published, activate: false, staticData });

		await copy.deactivate();
		await removalClock.pass(10_000);

		expect(smile.webhooks.all).toEqual(webhooks);
	});
});
