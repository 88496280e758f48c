import type { IDataObject } from 'n8n-workflow';

import { sampleEvent } from '../../nodes/Smile/events/sample';
import alertOnFailures from '../../workflows/alert-on-failures.json';
import closeAGap from '../../workflows/close-a-gap.json';
import reactToNewIncomes from '../../workflows/react-to-new-incomes.json';
import rotateSecret from '../../workflows/rotate-secret.json';
import storeIncomes from '../../workflows/store-incomes.json';
import testSubscriptions from '../../workflows/test-subscriptions.json';
import { changeRows, importFile, rowCount } from '../support/n8n/readyMade';
import type { Execution, Workflow } from '../support/n8n/types';
import { triggerNode } from '../support/n8n/workflows';
import { hasTables } from '../support/n8n/version';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';

const itWithTables = hasTables ? it : it.skip;

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld({ kind: 'behindHttps' });
});
afterAll(async () => await world?.close());

async function publishFile(file: IDataObject): Promise<Workflow> {
	const workflow = await importFile(world, file);
	await world.rest.activate(workflow);
	return workflow;
}

async function runOnce(workflow: Workflow, trigger: string) {
	const started = await world.rest.runManually(workflow.id, trigger);
	if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
	return await world.rest.finishedExecution(started.executionId, 60_000);
}

/** A person whose account has incomes at Smile, and the event that tells of them. */
function someoneWithIncomes() {
	const [{ userId, accountId }] = world.smile.data.people(1, { account: 'connected' });
	const incomes = world.smile.data.of('incomes', accountId);
	const event = sampleEvent('INCOMES_ADDED');
	const data = { ...event.data, userId, accountId, count: incomes.length };
	return { userId, incomes, event: { ...event, id: `et-${accountId}`, data } };
}

describe('the ready-made workflow', () => {
	it('"react to new incomes" describes each income of the event', async () => {
		const workflow = await publishFile(reactToNewIncomes);
		const { userId, incomes, event } = someoneWithIncomes();

		await world.smile.emit(event);
		const [{ error, items }] = await world.rest.waitForExecutions(workflow.id, 1);

		expect(error).toBeUndefined();
		expect(incomes.length).toBeGreaterThan(0);
		expect(items('Describe Income').map(({ json }) => json)).toEqual(
			incomes.map(({ employer, netAmount, currency }) =>
				expect.objectContaining({ userId, employer, netAmount, currency }),
			),
		);
		await world.unpublish(workflow);
	});

	it('"alert on failures" says what failed and why', async () => {
		const workflow = await publishFile(alertOnFailures);

		await world.smile.emit('ACCOUNT_FAILED');
		await world.smile.emit('ARCHIVE_FAILED');
		const executions = await world.rest.waitForExecutions(workflow.id, 2);

		const texts = executions
			.flatMap(({ items }) => items('Write Alert'))
			.map(({ json }) => json.text);
		expect(texts.sort()).toEqual([
			expect.stringMatching(/^An account could not be linked: \S+/),
			expect.stringMatching(/^An upload could not be read: \S+/),
		]);
		expect(texts.join()).not.toMatch(/undefined|null|no reason/);
		await world.unpublish(workflow);
	});

	itWithTables('"store incomes" makes the table and keeps one row for each income', async () => {
		const workflow = await publishFile(storeIncomes);
		const { incomes, event } = someoneWithIncomes();

		await world.smile.emit(event);
		await world.rest.waitForExecutions(workflow.id, 1);
		await world.smile.emit({ ...event, id: `${event.id}-again` });
		const executions = await world.rest.waitForExecutions(workflow.id, 2);

		expect(executions.map(({ error }) => error)).toEqual([undefined, undefined]);
		const ids = incomes.map(({ id }) => id).sort();
		for (const { items } of executions) {
			expect(
				items('Store Incomes')
					.map(({ json }) => json.recordId)
					.sort(),
			).toEqual(ids);
		}
		expect(await rowCount(world, 'Smile incomes')).toBe(ids.length);
		await world.unpublish(workflow);
	});

	itWithTables(
		'"close a gap" handles an event that arrived and rebuilds those that did not, once',
		async () => {
			const hour = 3_600_000;
			const now = Date.now();
			const happened = world.smile.data.happen(new Date(now - 3 * hour), new Date(now - hour));
			const workflow = await publishFile(closeAGap);
			const [arrived] = happened;
			await world.smile.emit({ id: 'et-arrived', version: 1, ...arrived });
			const [handled] = await world.rest.waitForExecutions(workflow.id, 1);

			const first = await runOnce(workflow, 'Every Night');
			const second = await runOnce(workflow, 'Every Night');

			expect([handled.error, first.error, second.error]).toEqual([undefined, undefined, undefined]);
			expect(handled.items('Describe Event').map(({ json }) => json.eventId)).toEqual([
				'et-arrived',
			]);
			const described = first.items('Describe Event').map(({ json }) => json);
			expect(described.map(({ eventType }) => eventType)).toEqual(
				expect.arrayContaining(['USER_CREATED', 'INCOMES_ADDED']),
			);
			expect(described).not.toContainEqual(
				expect.objectContaining({ eventType: arrived.type, userId: arrived.data.userId }),
			);
			expect(second.items('Describe Event')).toEqual([]);
			await world.unpublish(workflow);
		},
	);

	describe('"close a gap"', () => {
		const hour = 3_600_000;
		const ago = (hours: number) => new Date(Date.now() - hours * hour);
		let workflow: Workflow;
		const night = async () => await runOnce(workflow, 'Every Night');
		const typesIn = ({ items }: Execution) =>
			items('Describe Event').map(({ json }) => String(json.eventType));
		beforeAll(async () => {
			workflow = await importFile(world, closeAGap);
		});
		afterEach(() => world.smile.faults.clear());

		itWithTables('loses nothing by nights that n8n slept through, for seven days', async () => {
			await night();
			const before = await rowCount(world, 'Smile catch-up');
			const users = (from: Date) =>
				world.smile.data.happen(from, new Date(from.getTime() + hour / 4), {
					people: 1,
					account: 'failed',
					archive: 'none',
					invited: false,
				}).length;
			users(ago(24 * 8));
			const missed = users(ago(24 * 6)) + users(ago(24 * 3)) + users(ago(30));
			const nightsAgo = { until: ago(24 * 6 + 1).toISOString() };
			await changeRows(world, 'Smile catch-up', ['name', 'close-a-gap'], nightsAgo);

			const first = await night();
			const second = await night();

			expect([first.error, second.error]).toEqual([undefined, undefined]);
			expect(typesIn(first)).toHaveLength(missed);
			expect(typesIn(second)).toEqual([]);
			expect([before, await rowCount(world, 'Smile catch-up')]).toEqual([1, 1]);
		});

		itWithTables(
			'goes on without what cannot be read, tells it, and comes back to it',
			async () => {
				await night();
				world.smile.data.happen(ago(0.9), ago(0.2), {
					people: 2,
					account: 'failed',
					invited: true,
				});
				const refusal = { kind: 'status', status: 403, path: '/invites', times: Infinity } as const;
				world.smile.faults.next(refusal);

				const nights = [await night(), await night()];
				world.smile.faults.clear();
				const last = await night();

				for (const { error, items } of nights) {
					const [message] = items('Your Step Here').map(({ json }) => String(json.text));
					expect(message).toMatch(/Not read: invites \(Could not read the invites .*\)$/);
					expect(error?.message).toBe(message);
				}
				expect(typesIn(nights[0])).toEqual(
					expect.arrayContaining(['USER_CREATED', 'ACCOUNT_FAILED']),
				);
				expect(typesIn(nights[0]).join()).not.toContain('INVITE');
				expect(typesIn(nights[1])).toEqual([]);
				expect(last.error).toBeUndefined();
				expect(typesIn(last)).toEqual(['INVITE_INVITED', 'INVITE_INVITED']);
			},
		);

		itWithTables('begins again where a night failed altogether', async () => {
			await night();
			const happened = world.smile.data.happen(ago(0.9), ago(0.2), {
				people: 1,
				account: 'failed',
				archive: 'none',
				invited: false,
			});
			world.smile.faults.next({ kind: 'status', status: 400, path: /.*/, times: Infinity });

			const failed = await night();
			world.smile.faults.clear();
			const next = await night();

			expect(failed.error?.message).toContain('Could not read the users');
			expect(typesIn(next)).toHaveLength(happened.length);
		});
	});

	it('"rotate secret" replaces the webhooks of this n8n and no other', async () => {
		world.smile.webhooks.clear();
		const listening = await world.publish({ events: ['ALL_EVENTS'] });
		const [before] = world.smile.webhooks.all;
		const other = world.smile.webhooks.add({ url: 'https://other.example.test/smile' });
		await world.rest.updateCredential(world.credential, {
			...world.credentialData,
			webhookSecret: 'dummy-new-secret',
			previousWebhookSecret: before.secret,
		});

		const run = await runOnce(await importFile(world, rotateSecret), 'When You Run It');

		expect(run.error).toBeUndefined();
		expect(run.items('Give the New Secret').map(({ json }) => json.replacedWebhookId)).toEqual([
			before.id,
		]);
		const renewed = world.smile.webhooks.withUrl(before.url);
		expect(renewed).toEqual([expect.objectContaining({ secret: 'dummy-new-secret' })]);
		expect(world.smile.webhooks.withUrl(other.url)).toEqual([other]);
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
		const other = world.smile.webhooks.add({ url: 'https://other.example.test/smile' });
		const ours = world.smile.webhooks.all.filter(({ id }) => id !== other.id);

		const run = await runOnce(await importFile(world, testSubscriptions), 'When You Run It');

		expect(run.error).toBeUndefined();
		expect(run.items('Describe Answer').map(({ json }) => json)).toEqual(
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

		const run = await runOnce(await importFile(world, testSubscriptions), 'When You Run It');

		expect(run.error).toBeUndefined();
		expect(run.items('Describe Answer').map(({ json }) => json)).toEqual([
			{ webhook: name, works: false, said: expect.stringMatching(/^404: /) },
		]);
	});
});
