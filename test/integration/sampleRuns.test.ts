import type { INodeParameters } from 'n8n-workflow';

import type { PublishedTrigger, PublishOptions } from '../support/contexts/publishedTrigger';
import { lapse } from '../support/lapse';
import { thrownBy } from '../support/thrownBy';
import { waitFor } from '../support/waitFor';
import { itemsOf, Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** A trigger in the editor of an n8n that knows no other address of itself than its local one. */
async function inEditor(options: INodeParameters = {}, given: PublishOptions = {}) {
	const smile = await worlds.startSmile();
	const trigger = await worlds.publishAt(smile, {
		mode: 'manual',
		activate: false,
		options: { sampleInTests: true, ...options },
		...given,
	});
	trigger.change({ publicUrl: `${trigger.localOrigin}/` });
	return { smile, trigger };
}

const sampleIn = async (trigger: PublishedTrigger, run = 0) =>
	await waitFor(() => itemsOf(trigger)[run]);

describe('a test run with a sample', () => {
	it('brings a signed event that was made up, without any word to Smile', async () => {
		const { smile, trigger } = await inEditor();

		await trigger.activate();
		expect(trigger.executions).toEqual([]);
		const [event] = await sampleIn(trigger);

		expect(event).toMatchObject({ type: 'TASK_FINISHED', id: expect.stringMatching(/^et-test-/) });
		expect(smile.journal.entries).toEqual([]);
		expect(trigger.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/webhook-test\//);
		expect(trigger.unhandledErrors).toEqual([]);
	});

	it('goes by the first type that was chosen', async () => {
		const { trigger } = await inEditor({}, { events: ['USER_CREATED', 'ACCOUNT_FAILED'] });

		await trigger.activate();

		expect((await sampleIn(trigger))[0]).toMatchObject({ type: 'USER_CREATED' });
	});

	it('passes all filters, and is not asked for its address', async () => {
		const { trigger } = await inEditor(
			{
				smileIpOnly: true,
				includePayload: true,
				output: 'records',
				providers: ['sss_ph'],
				userIds: 'acme-1',
				datapoints: ['LIABILITIES'],
				statuses: ['FAILED'],
				sourceTypes: ['ARCHIVE'],
			},
			{ events: ['TASK_FINISHED'] },
		);

		await trigger.activate();

		expect(await sampleIn(trigger)).toEqual([
			expect.objectContaining({ userId: 'acme-1', datapoint: 'liabilities' }),
		]);
	});

	it('leaves nothing behind and can be repeated, with another id each time', async () => {
		const { smile, trigger } = await inEditor();

		await trigger.activate();
		await sampleIn(trigger);
		expect(trigger.staticData()).toEqual({});
		await trigger.activate();
		await sampleIn(trigger, 1);

		const ids = itemsOf(trigger).map(([{ id }]) => id);
		expect(new Set(ids).size).toBe(2);
		expect(smile.journal.entries).toEqual([]);
	});

	it('does not concern the published workflow beside it', async () => {
		const smile = await worlds.startSmile();
		const workflow = { workflowId: 'workflow-1', nodeId: 'node-1', events: ['USER_CREATED'] };
		const options = { sampleInTests: true };
		const live = await worlds.publishAt(smile, { ...workflow, options });
		const registered = smile.webhooks.all;
		const test = await worlds.publishAt(smile, {
			...workflow,
			options,
			mode: 'manual',
			activate: false,
			publicUrl: 'https://test.example.test/',
		});
		test.change({ publicUrl: `${test.localOrigin}/` });

		await test.activate();
		await sampleIn(test);

		expect(smile.webhooks.all).toEqual(registered);
		expect(live.executions).toEqual([]);
		expect((await smile.deliver('USER_CREATED', { to: live.url })).status).toBe(200);
		expect(live.executions).toHaveLength(1);
	});

	it('that is stopped at once sends nothing', async () => {
		const { smile, trigger } = await inEditor();

		await trigger.activate();
		await trigger.deactivate();
		await lapse(800);

		expect(trigger.executions).toEqual([]);
		expect(trigger.logs.filter(({ level }) => ['warn', 'error'].includes(level))).toEqual([
			// n8n asked itself, unsigned, whether it can be reached.
			expect.objectContaining({ message: expect.stringContaining('no signature header') }),
		]);
		expect(smile.journal.entries).toEqual([]);
	});

	it('sends again what n8n could not take', async () => {
		const { trigger } = await inEditor();
		trigger.failNextExecutionStart();

		await trigger.activate();

		expect(await sampleIn(trigger)).toHaveLength(1);
		expect(trigger.executions).toHaveLength(1);
	});

	it('still wants a signature', async () => {
		const { trigger } = await inEditor({ smileIpOnly: true });
		await trigger.activate();

		const answer = await fetch(trigger.localUrl, { method: 'POST', body: '{"id":"et-1"}' });

		expect(answer.status).toBe(401);
		await sampleIn(trigger);
	});
});

describe('a test run with a sample ends with a sentence before the editor waits', () => {
	it('when n8n cannot reach itself', async () => {
		const { trigger } = await inEditor();
		const { localOrigin } = trigger;
		await trigger.close();

		const { message } = await thrownBy(trigger.activate());

		expect(message).toContain(`n8n cannot reach its own test address ${localOrigin}/webhook-test/`);
		expect(message).toContain('the connection was refused. Set N8N_WEBHOOK_URL');
		expect(message).toContain('Sample Event in Test Runs');
		expect(trigger.unhandledErrors).toEqual([]);
	});

	it('when something else answers there', async () => {
		const { trigger } = await inEditor();
		const other = await worlds.startSmile();
		trigger.change({ publicUrl: new URL('/', other.baseUrl).href });

		const { message } = await thrownBy(trigger.activate());

		expect(message).toMatch(/something else answered there, with HTTP 4\d\d\. Set/);
	});

	it.each([
		[{ userIds: '' }, {}, 'User IDs holds nothing'],
		[{ sampleInTests: 'maybe' }, {}, 'Sample Event in Test Runs is neither true nor false'],
		[{}, { events: [] }, 'No event is selected'],
		[
			{},
			{ credential: { webhookSecret: '' } },
			'Webhook Secret of the Smile API credential is empty',
		],
		[{}, { credential: { webhookSecret: 'x'.repeat(65) } }, 'at most 64 characters'],
	] as Array<[INodeParameters, PublishOptions, string]>)(
		'when something has to be set first: %j %j',
		async (options, given, said) => {
			const { smile, trigger } = await inEditor(options, given);

			expect((await thrownBy(trigger.activate())).message).toContain(said);
			expect(smile.webhooks.all).toEqual([]);
		},
	);
});

describe('the option for a sample', () => {
	it('is named by the error that Smile needs https', async () => {
		const { smile, trigger } = await inEditor({ sampleInTests: false });

		const { message } = await thrownBy(trigger.activate());

		expect(message).toContain('Smile delivers to https addresses only');
		expect(message).toContain('add the option Sample Event in Test Runs and choose Execute step');
		expect(smile.webhooks.all).toEqual([]);
	});

	it('does nothing in a published workflow', async () => {
		const { smile, trigger } = await worlds.publish({
			options: { sampleInTests: true, smileIpOnly: true },
		});

		await lapse(800);
		const answer = await smile.deliver('USER_CREATED', { retry: false });

		expect(smile.webhooks.all).toHaveLength(1);
		expect(answer.status).toBe(403);
		expect(trigger.executions).toEqual([]);
	});
});
