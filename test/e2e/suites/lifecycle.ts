import { sampleEvent } from '../../../nodes/Smile/events/sample';
import { eagerIsolates } from '../../support/n8n/isolates';
import type { Service } from '../../support/n8n/services';
import { triggerNode, triggerWorkflow } from '../../support/n8n/workflows';
import { startN8nWorld, webhookSecret, type N8nWorld } from '../../support/n8n/world';
import { eventually } from '../../support/waitFor';

/** A webhook's life, in an n8n that registers triggers in one of its two ways. */
export function describeLifecycle({ name, env }: Service): void {
	describe(`with ${name}`, () => {
		let world: N8nWorld;
		beforeAll(async () => {
			world = await startN8nWorld({ env: { ...env, ...eagerIsolates } });
		});
		afterAll(async () => await world?.close());
		beforeEach(() => {
			world.smile.faults.clear();
			world.smile.webhooks.clear();
			world.smile.journal.clear();
		});

		const writes = () =>
			world.smile.journal.entries.map(({ method }) => method).filter((method) => method !== 'GET');

		it('publishing registers one webhook with the right fields, unpublishing removes it', async () => {
			const workflow = await world.publish(
				{ events: ['INCOMES_ADDED', 'ACCOUNT_CONNECTED'], options: { includePayload: true } },
				'Payroll',
			);

			expect(world.smile.webhooks.all).toEqual([
				expect.objectContaining({
					name: 'n8n: Payroll',
					url: expect.stringMatching(
						/^https:\/\/n8n\.example\.test\/webhook\/[0-9a-f-]+\/webhook$/,
					),
					eventTypes: ['ACCOUNT_CONNECTED', 'INCOMES_ADDED'],
					active: true,
					includePayload: true,
					secret: webhookSecret,
				}),
			]);

			await world.unpublish(workflow);
			expect(world.smile.webhooks.all).toEqual([]);
		});

		it('a restart makes no second webhook and events arrive as before', async () => {
			const workflow = await world.publish({ events: ['ALL_EVENTS'] });
			const registered = world.smile.webhooks.all;
			world.smile.journal.clear();

			await world.restart();
			await eventually(async () => (await world.rest.publication(workflow)).status === 'published');
			const answer = await world.smile.deliver('USER_CREATED');
			const executions = await world.rest.waitForExecutions(workflow.id, 1);

			expect(world.smile.webhooks.all).toEqual(registered);
			expect(writes()).toEqual([]);
			expect(answer.status).toBe(200);
			expect(executions).toHaveLength(1);
			await world.unpublish(workflow);
		});

		it('a changed selection of events replaces the webhook', async () => {
			const workflow = await world.publish({ events: ['INCOMES_ADDED'] });
			const [{ id, url }] = world.smile.webhooks.all;
			const { nodes } = await world.rest.getWorkflow(workflow.id);
			const changed = nodes.map((node) =>
				node.name === triggerNode ? { ...node, parameters: { events: ['USER_CREATED'] } } : node,
			);

			await world.rest.updateWorkflow(workflow.id, { nodes: changed });
			await world.rest.activate(workflow);
			await eventually(() => world.smile.webhooks.all.every((webhook) => webhook.id !== id));

			expect(world.smile.webhooks.all).toEqual([
				expect.objectContaining({ url, eventTypes: ['USER_CREATED'] }),
			]);
			await world.unpublish(workflow);
		});

		it('a Smile that answers 503 twice and then loses an answer gets one webhook', async () => {
			world.smile.faults.next({ kind: 'status', status: 503, times: 2 });
			world.smile.faults.next({ kind: 'answerLost', method: 'POST' });

			const workflow = await world.publish({ events: ['ALL_EVENTS'] });

			expect(world.smile.webhooks.all).toHaveLength(1);
			await world.unpublish(workflow);
			expect(world.smile.webhooks.all).toEqual([]);
		});

		it('a key that Smile refuses is told in the editor, with code and request id', async () => {
			const wrong = await world.rest.createCredential({
				name: 'Wrong key',
				type: 'getSmileApi',
				data: { ...world.credentialData, apiSecret: 'dummy-wrong' },
			});
			const workflow = await world.rest.createWorkflow(
				triggerWorkflow({ parameters: { events: ['ALL_EVENTS'] }, credential: wrong }),
			);

			const publication = await world.rest.publish(workflow);

			expect(publication.status).toBe('failed');
			expect(publication.errorMessage).toMatch(
				/refused the API key in the Custom environment \(INVALID_CREDENTIALS: .+, request [0-9a-f-]{36}\)/,
			);
			expect(world.n8n.log()).not.toMatch(/dummy-wrong|Authorization/);
			expect(world.smile.webhooks.all).toEqual([]);
		});

		it('listening for a test event receives one and leaves production alone', async () => {
			const workflow = await world.publish({ events: ['ALL_EVENTS'] });
			const [live] = world.smile.webhooks.all;

			await world.rest.runManually(workflow.id, triggerNode);
			const test = await eventually(() =>
				world.smile.webhooks.all.find(({ url }) => url.includes('/webhook-test/')),
			);
			const answer = await world.smile.deliver(sampleEvent('INCOMES_ADDED'), { to: test });
			const [execution] = await world.rest.waitForExecutions(workflow.id, 1);
			await eventually(() => world.smile.webhooks.all.every(({ id }) => id !== test.id));

			expect(answer.status).toBe(200);
			expect(execution.mode).toBe('manual');
			expect(execution.items(triggerNode).map(({ json }) => json)).toEqual([
				sampleEvent('INCOMES_ADDED'),
			]);
			expect(world.smile.webhooks.all).toEqual([live]);
			expect((await world.smile.deliver('USER_CREATED', { to: live })).status).toBe(200);
			await world.unpublish(workflow);
		});

		it('a test that is stopped leaves nothing at Smile', async () => {
			const workflow = await world.rest.createWorkflow(
				triggerWorkflow({ parameters: { events: ['ALL_EVENTS'] }, credential: world.credential }),
			);

			await world.rest.runManually(workflow.id, triggerNode);
			await eventually(() => world.smile.webhooks.all.length === 1);
			await world.rest.cancelTestWebhook(workflow.id);

			await eventually(() => world.smile.webhooks.all.length === 0);
			expect(world.n8n.log()).not.toMatch(/unhandled/i);
		});
	});
}
