import { isFullRun } from '../../support/fullRun';
import { machine } from '../../support/machine';
import { finalAccount, nothingLostNothingTwice } from '../../support/n8n/account';
import { storedExecutions } from '../../support/n8n/database';
import { apply, edits, referTo, withAnotherAddress } from '../../support/n8n/edits';
import type { Workflow } from '../../support/n8n/types';
import type { Service } from '../../support/n8n/services';
import { wantedVersion } from '../../support/n8n/version';
import { borrowN8nWorld, startN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { EventStream } from '../../support/smile/eventStream';
import { startSmile } from '../../support/smile/server';
import { eventually, waitFor } from '../../support/waitFor';

/** About six events a second. Pauses before Smile's further tries: a tenth of the shortest it is known for. */
const load = { everyMs: 160, atOnce: 24, retryPauses: [3_000, 6_000], timeoutMs: 60_000 };
/** A machine with other work to do takes its time for each edit. */
const patience = 20 * 60_000;
const secondKeys = { apiKey: 'dummy-second-key', apiSecret: 'dummy-second-secret' };
const parameters = { events: ['ALL_EVENTS'] };

/** Edits of a published trigger while Smile sends events, in an n8n that registers triggers in one of its two ways. */
export function describeTriggerEdits({ name, env, isPublication }: Service): void {
	const isAsItComes = Object.keys(env).length === 0;
	describe(`a trigger that is edited under load, with ${name}`, () => {
		/** These take minutes each; a machine with other work to do makes n8n slower than the ten seconds. */
		const longCase = isFullRun ? it : it.skip;
		let world: N8nWorld;
		beforeAll(async () => {
			const smile = { secondKeys };
			world = isAsItComes ? await borrowN8nWorld({ smile }) : await startN8nWorld({ env, smile });
		});
		afterAll(async () => await world?.close());
		let workflow: Workflow;
		beforeEach(async () => {
			world.smile.webhooks.clear();
			world.smile.journal.clear();
			workflow = await world.publish(parameters);
		});
		afterEach(async () => await world.unpublish(workflow), patience);

		const webhooks = () => world.smile.webhooks.all;
		/** How many seconds n8n took to register the trigger again, where that was more than ten. */
		const gaps = () =>
			[...world.n8n.log().matchAll(/registered it again (\d+) seconds/g)].map(
				([, seconds]) => seconds,
			);
		const report = (what: string, events: number, lost: number, more = '') =>
			machine.notice(
				`n8n ${wantedVersion}, ${name}: ${what}, ${events} events, ${lost} lost${more}`,
			);

		/** Some more deliveries have ended. */
		async function moreEvents(stream: EventStream, count = 6): Promise<void> {
			const ended = stream.sent.length + count;
			await waitFor(() => stream.sent.length >= ended, { timeoutMs: 180_000 });
		}

		it(
			'loses no event over ten edits and repeats none',
			async () => {
				const stream = new EventStream(world.smile, load);
				await moreEvents(stream);

				const rounds = isFullRun ? 3 : 1;
				const all = Array.from({ length: rounds }, () => edits(world, secondKeys)).flat();
				for (const edit of all) {
					await apply(world, workflow, edit);
					await moreEvents(stream);
				}
				const sent = await stream.stop();

				const executions = () => storedExecutions(world.n8n.userFolder, workflow.id);
				const account = await finalAccount(sent, executions);
				const lost = account.lost.length + account.undelivered.length + stream.unheard.length;
				const slow =
					gaps().length > 0 ? `, registered only after ${gaps().join(', ')} seconds` : '';
				report(`${all.length} edits`, stream.happened, lost, slow);
				// A machine that makes n8n slower than the ten seconds shows what n8n's log says then.
				if (slow === '') expect(stream.unheard).toEqual([]);
				expect(account).toEqual(nothingLostNothingTwice);
				expect(webhooks()).toHaveLength(1);
			},
			patience,
		);

		longCase(
			'moves to another environment: the old webhook goes with its old key, and what it delivered arrives',
			async () => {
				const other = await startSmile({ rateLimit: false, environment: 'production' });
				const { baseUrl, apiKey, apiSecret } = other;
				other.mapHost(world.n8n.publicUrl, world.n8n.origin);
				const data = { ...world.credentialData, baseUrl, apiKey, apiSecret };
				const moved = await world.rest.createCredential({
					name: 'Moved',
					type: 'getSmileApi',
					data,
				});
				const streams = [new EventStream(world.smile, load), new EventStream(other, load)];
				await moreEvents(streams[0]);

				await apply(world, workflow, {
					name: 'another environment',
					change: (trigger) => ({ ...trigger, credentials: referTo(moved) }),
				});
				await eventually(() => webhooks().length === 0);
				await moreEvents(streams[1]);
				const sent = (await Promise.all(streams.map(async (stream) => await stream.stop()))).flat();

				const executions = () => storedExecutions(world.n8n.userFolder, workflow.id);
				const account = await finalAccount(sent, executions);
				report(
					'another environment',
					sent.length,
					account.lost.length + account.undelivered.length,
				);
				expect(account).toEqual(nothingLostNothingTwice);
				expect(other.webhooks.all).toHaveLength(1);
				expect(world.smile.journal.entries.at(-1)).toMatchObject({ method: 'DELETE', status: 200 });
				await world.rest.deactivate(workflow);
				await eventually(() => other.webhooks.all.length === 0);
				await other.close();
			},
		);

		longCase(
			'gets another address: only what n8n itself refuses at the old one is lost',
			async () => {
				const [{ url }] = webhooks();
				const stream = new EventStream(world.smile, load);
				await moreEvents(stream);

				await apply(world, workflow, withAnotherAddress);
				await eventually(() => webhooks().every((webhook) => webhook.url !== url));
				await moreEvents(stream);
				const sent = await stream.stop();

				const executions = () => storedExecutions(world.n8n.userFolder, workflow.id);
				const { undelivered, ...account } = await finalAccount(sent, executions);
				report(
					'another address',
					stream.happened,
					undelivered.length,
					' (refused by n8n at the old address)',
				);
				expect(stream.unheard).toEqual([]);
				expect(account).toEqual({ lost: [], twice: [] });
				const refused = sent.filter(({ id }) => undelivered.includes(id));
				const byTrigger = ({ body }: { body: string }) => body.includes('"status":"');
				expect(refused.filter((event) => event.url !== url || byTrigger(event))).toEqual([]);
				expect(webhooks()).toHaveLength(1);
			},
		);

		const ends = ['kill', 'stop'] as const;
		longCase.each(ends)(
			'and unpublished leaves its webhook when n8n ends within ten seconds (%s)',
			async (how) => {
				const [left] = webhooks();

				await world.rest.deactivate(workflow);
				await world.restart(how);
				expect(webhooks()).toEqual([left]);
				const { status } = await world.smile.deliver('INCOMES_ADDED', { to: left, retry: false });
				expect(status).toBe(404);

				await world.rest.activate(workflow);
				expect(webhooks()).toHaveLength(1);
				expect((await world.smile.deliver('INCOMES_ADDED')).status).toBe(200);
			},
		);

		longCase(
			'has one webhook again when n8n is killed while a slow Smile holds up an edit',
			async () => {
				const lines = () => world.n8n.log().split('removal scheduled').length;
				const before = lines();

				const [edit] = edits(world, secondKeys);
				world.smile.faults.next({ kind: 'slow', ms: 5_000, method: 'POST' });
				const editing = apply(world, workflow, edit).catch(() => {});
				await eventually(() => lines() > before);
				await world.restart('kill');
				await editing;
				world.smile.faults.clear();
				const asked = () => webhooks().map(({ eventTypes }) => eventTypes.join());
				// The publication service takes up what a dead process began two minutes later; without it the edit is lost.
				const live = isPublication ? ['INCOMES_ADDED'] : ['INCOMES_ADDED', 'ALL_EVENTS'];
				await waitFor(() => live.includes(asked().join('; ')), { timeoutMs: 200_000 });
				const published = async () =>
					(await world.rest.publication(workflow)).status === 'published';
				await waitFor(published, { timeoutMs: 60_000, intervalMs: 500 });

				expect((await world.smile.deliver('INCOMES_ADDED')).status).toBe(200);
			},
		);
	});
}
