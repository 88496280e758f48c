import { randomUUID } from 'node:crypto';
import { sampleEvent } from '../../nodes/Smile/events/sample';
import alertOnFailures from '../../workflows/alert-on-failures.json';
import reactToNewIncomes from '../../workflows/react-to-new-incomes.json';
import rotateSecret from '../../workflows/rotate-secret.json';
import storeIncomes from '../../workflows/store-incomes.json';
import testSubscriptions from '../../workflows/test-subscriptions.json';
import { importFile, publishFile, rowCount, runOnce } from '../support/n8n/readyMade';
import { enrichWorkflow, triggerNode } from '../support/n8n/workflows';
import { hasTables } from '../support/n8n/version';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';

const itWithTables = hasTables ? it : it.skip;

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());

/** A person whose account has incomes at Smile, and the event that tells of them. */
function someoneWithIncomes() {
	const [{ userId, accountId }] = world.smile.data.people(1, { account: 'connected' });
	const incomes = world.smile.data.of('incomes', accountId);
	const event = sampleEvent('INCOMES_ADDED');
	const data = { ...event.data, userId, accountId, count: incomes.length };
	return { userId, incomes, event: { ...event, id: `et-${accountId}`, data } };
}

/** Where another n8n listens that is reached below the address of this one. */
const addressBelow = () => `${world.n8n.publicUrl}/other/webhook/${randomUUID()}/webhook`;

describe('the ready-made workflow', () => {
	it('"react to new incomes" describes each income of the event', async () => {
		const workflow = await publishFile(world, reactToNewIncomes);
		const { userId, incomes, event } = someoneWithIncomes();

		await world.smile.emit(event);
		const [{ error, items }] = await world.rest.waitForExecutions(workflow.id, 1);

		expect(error).toBeUndefined();
		expect(incomes.length).toBeGreaterThan(0);
		expect(items('Your step here').map(({ json }) => json)).toEqual(
			incomes.map(({ employer, netAmount, currency }) =>
				expect.objectContaining({ userId, employer, netAmount, currency }),
			),
		);
		await world.unpublish(workflow);
	});

	it('"alert on failures" says what failed and why', async () => {
		const workflow = await publishFile(world, alertOnFailures);

		await world.smile.emit('ACCOUNT_FAILED');
		await world.smile.emit('ARCHIVE_FAILED');
		const executions = await world.rest.waitForExecutions(workflow.id, 2);

		const texts = executions
			.flatMap(({ items }) => items('Your step here'))
			.map(({ json }) => json.text);
		expect(texts.sort()).toEqual([
			expect.stringMatching(/^An account could not be linked: \S+/),
			expect.stringMatching(/^An upload could not be read: \S+/),
		]);
		expect(texts.join()).not.toMatch(/undefined|null|no reason/);
		await world.unpublish(workflow);
	});

	it('"alert on failures" says which other workflow stopped, where and why', async () => {
		const alert = await publishFile(world, alertOnFailures);
		const action = {
			resource: 'user',
			operation: 'get',
			userId: { __rl: true, mode: 'id', value: 'nobody' },
		};
		const stopping = await world.rest.createWorkflow({
			...enrichWorkflow({
				name: 'Reads nobody',
				parameters: { events: ['USER_CREATED'] },
				credential: world.credential,
				action,
			}),
			settings: { executionOrder: 'v1', errorWorkflow: alert.id },
		});
		await world.rest.activate(stopping);

		await world.smile.emit('USER_CREATED');
		const [execution] = await world.rest.waitForExecutions(alert.id, 1);

		expect(execution.items('Your step here').map(({ json }) => json)).toEqual([
			{
				text: expect.stringMatching(/^Reads nobody stopped at Smile: \S+/),
				object: expect.stringContaining(`/workflow/${stopping.id}/executions/`),
			},
		]);
		await world.unpublish(stopping);
		await world.unpublish(alert);
	});

	itWithTables('"store incomes" makes the table and keeps one row for each income', async () => {
		const workflow = await publishFile(world, storeIncomes);
		const { incomes, event } = someoneWithIncomes();

		await world.smile.emit(event);
		await world.rest.waitForExecutions(workflow.id, 1);
		await world.smile.emit({ ...event, id: `${event.id}-again` });
		const executions = await world.rest.waitForExecutions(workflow.id, 2);

		expect(executions.map(({ error }) => error)).toEqual([undefined, undefined]);
		const ids = incomes.map(({ id }) => id).sort();
		for (const { items } of executions) {
			expect(
				items('Your step here')
					.map(({ json }) => json.recordId)
					.sort(),
			).toEqual(ids);
		}
		expect(await rowCount(world, 'Smile incomes')).toBe(ids.length);
		await world.unpublish(workflow);
	});

	it('"rotate secret" replaces the webhooks of this n8n and no other', async () => {
		world.smile.webhooks.clear();
		const listening = await world.publish({ events: ['ALL_EVENTS'] });
		const [before] = world.smile.webhooks.all;
		const other = world.smile.webhooks.add({ url: 'https://other.example.test/smile' });
		const below = world.smile.webhooks.add({ url: addressBelow(), secret: before.secret });
		await world.rest.updateCredential(world.credential, {
			...world.credentialData,
			webhookSecret: 'dummy-new-secret',
			previousWebhookSecret: before.secret,
		});

		const run = await runOnce(world, await importFile(world, rotateSecret), 'When You Run It');

		expect(run.error).toBeUndefined();
		expect(run.items('Give the New Secret').map(({ json }) => json.replacedWebhookId)).toEqual([
			before.id,
		]);
		const renewed = world.smile.webhooks.withUrl(before.url);
		const report = { url: before.url, hasNewSecret: true, why: 'It was given the new secret' };
		expect(run.items('Your step here').map(({ json }) => json)).toMatchObject([report]);
		expect(renewed).toEqual([expect.objectContaining({ secret: 'dummy-new-secret' })]);
		expect(world.smile.webhooks.withUrl(other.url)).toEqual([other]);
		expect(world.smile.webhooks.withUrl(below.url)).toEqual([below]);
		for (const { secret } of [before, ...renewed]) {
			const to = before.url;
			expect((await world.smile.deliver('USER_CREATED', { to, secret })).status).toBe(200);
		}
		await world.unpublish(listening);
	});

	it('"test subscriptions" sends a signed event to the webhooks of this n8n and no other', async () => {
		world.smile.webhooks.clear();
		const all = await world.publish({ events: ['ALL_EVENTS'] }, 'Everything');
		const some = await world.publish({ events: ['TASK_FINISHED'] }, 'Tasks');
		const ours = world.smile.webhooks.all;
		world.smile.webhooks.add({ url: 'https://other.example.test/smile' });
		world.smile.webhooks.add({ url: addressBelow() });

		const run = await runOnce(world, await importFile(world, testSubscriptions), 'When You Run It');

		expect(run.error).toBeUndefined();
		expect(run.items('Your step here').map(({ json }) => json)).toEqual(
			ours.map(({ name }) => ({ webhook: name, works: true, said: '200: accepted' })),
		);
		for (const [workflow, type] of [
			[all, 'INCOMES_ADDED'],
			[some, 'TASK_FINISHED'],
		] as const) {
			const [execution] = await world.rest.waitForExecutions(workflow.id, 1);
			expect(execution.items(triggerNode).map(({ json }) => json.type)).toEqual([type]);
			await world.rest.deactivate(workflow);
		}
	});

	it('"test subscriptions" says which webhook does not take events, and why', async () => {
		world.smile.webhooks.clear();
		const workflow = await world.publish({ events: ['ALL_EVENTS'] }, 'Was deleted');
		const [left] = world.smile.webhooks.all;
		await world.unpublish(workflow);
		// A webhook of the same address that nobody listens behind any more.
		const { name, url, eventTypes, secret } = left;
		world.smile.webhooks.add({ name, url, eventTypes, secret });

		const run = await runOnce(world, await importFile(world, testSubscriptions), 'When You Run It');

		expect(run.error).toBeUndefined();
		expect(run.items('Your step here').map(({ json }) => json)).toEqual([
			{ webhook: name, works: false, said: expect.stringMatching(/^404: /) },
		]);
	});
});
