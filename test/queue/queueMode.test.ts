import { takeCensus } from '../support/n8n/queue/census';
import { executionsOfEvents, settledExecutions } from '../support/n8n/queue/executionsOfEvents';
import { sendLoad } from '../support/n8n/queue/load';
import { missingPrograms } from '../support/n8n/queue/programs';
import { startQueueWorld, type QueueWorld } from '../support/n8n/queue/world';
import { webhookSecret } from '../support/n8n/world';
import { machine } from '../support/machine';
import { waitFor } from '../support/waitFor';

const events = Number(machine.variable('EVENTS') ?? 2_000);

/** How many executions a worker runs at once, by n8n's default. */
const workerConcurrency = 10;

/** Without PostgreSQL and Redis there is nothing to test; in CI that is a failure, seen at the start. */
const possible = missingPrograms().length === 0 || machine.variable('CI') !== undefined;

(possible ? describe : describe.skip)('n8n in queue mode', () => {
	let world: QueueWorld;
	beforeAll(async () => {
		world = await startQueueWorld();
	});
	afterAll(async () => await world?.close());
	afterEach(async () => await world?.tidy());

	/** The address of the only webhook at one webhook processor, past the balancer. */
	const addressAt = (processor: number) => {
		const { pathname } = new URL(world.smile.webhooks.all[0].url);
		return world.cluster.webhookProcessors[processor].origin + pathname;
	};
	const deliverTo = async (processor: number, id: string, secret = webhookSecret) => {
		const to = addressAt(processor);
		const how = { to, secret, retry: false, overrides: { id } };
		const { status, body } = await world.smile.deliver('USER_CREATED', how);
		return `${status} ${(JSON.parse(body) as { status?: string }).status}`;
	};

	it('loses no answered event while a worker is killed and a webhook processor restarts', async () => {
		const { cluster, smile } = world;
		const workflow = await world.publish('Under load');
		const disturbances: Array<Promise<void>> = [];
		const startedAt = Date.now();

		const sent = await sendLoad(smile, {
			events,
			senders: 20,
			atLeastMs: 30_000,
			onProgress: (over) => {
				if (over === Math.round(events * 0.2)) {
					disturbances.push(cluster.workers[0].restart('SIGKILL'));
				}
				if (over === Math.round(events * 0.5)) {
					disturbances.push(cluster.webhookProcessors[0].restart('SIGTERM'));
				}
			},
		});
		const sentInMs = Date.now() - startedAt;
		await Promise.all(disturbances);
		const executions = await settledExecutions(cluster.postgres, workflow.id, {
			timeoutMs: 300_000,
			quietMs: 20_000,
		});
		const census = takeCensus(sent, executions);

		machine.notice(JSON.stringify({ ...census, sentInMs, endedInMs: Date.now() - startedAt }));
		expect(census.lost).toEqual([]);
		expect(census.answered).toBeGreaterThan(events / 2);
		// A second execution has one cause: a try that started the first one and was not answered.
		expect(census.repeated.filter(({ tries }) => tries.length === 1)).toEqual([]);
		// What did not end well is what a worker held: the killed one, or one too slow to say it lives.
		const { success = 0 } = census.ends;
		expect(census.executions - success).toBeLessThanOrEqual(2 * workerConcurrency);
	});

	it('starts one execution for each webhook processor that an event reaches', async () => {
		const workflow = await world.publish('Sent again');

		const answers = [
			await deliverTo(0, 'et-again'),
			await deliverTo(0, 'et-again'),
			await deliverTo(1, 'et-again'),
		];
		const executions = await executionsOfEvents(world.cluster.postgres, workflow.id);

		expect(answers).toEqual(['200 accepted', '200 ignored', '200 accepted']);
		expect(executions.map(({ eventId }) => eventId)).toEqual(['et-again', 'et-again']);
	});

	it('accepts deliveries under a changed secret at every webhook processor at once', async () => {
		await world.publish('Rotated');
		const { rest, credential, credentialData } = world;
		const warm = [await deliverTo(0, 'et-old-0'), await deliverTo(1, 'et-old-1')];

		const rotated = { ...credentialData, webhookSecret: 'dummy-rotated' };
		await rest.updateCredential(credential, rotated);
		const after = [
			await deliverTo(0, 'et-new-0', 'dummy-rotated'),
			await deliverTo(1, 'et-new-1', 'dummy-rotated'),
		];

		expect([...warm, ...after]).toEqual(Array(4).fill('200 accepted'));
		await rest.updateCredential(credential, credentialData);
	});

	it('accepts nothing at any webhook processor once the workflow is unpublished', async () => {
		const workflow = await world.publish('Unpublished');
		const before = [await deliverTo(0, 'et-before-0'), await deliverTo(1, 'et-before-1')];
		const addresses = [addressAt(0), addressAt(1)];

		await world.rest.deactivate(workflow);
		const answers = await Promise.all(
			addresses.map(async (to) => {
				const how = { to, secret: webhookSecret, retry: false };
				return (await world.smile.deliver('USER_CREATED', how)).status;
			}),
		);

		expect(before).toEqual(['200 accepted', '200 accepted']);
		expect(answers).toEqual([404, 404]);
		await waitFor(() => world.smile.webhooks.all.length === 0, { timeoutMs: 30_000 });
	});

	it('makes one webhook when two main processes start at once', async () => {
		const { cluster, smile, gate } = world;
		const workflow = await world.publish('Two mains');
		await cluster.main.end();
		smile.webhooks.clear();
		smile.journal.clear();
		gate.gather(2, 'POST');

		// Since 2.40 one process at a time takes a publication; before, each main looked for itself.
		const eachForItself = { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' };
		const mains = [cluster.main, cluster.otherMain];
		await Promise.all(mains.map(async (main) => await main.start(eachForItself)));
		await waitFor(() => mains.every(({ log }) => log.includes('Activated workflow')), {
			timeoutMs: 60_000,
			describe: () => `both to activate; Smile was asked: ${smile.journal.summary()}`,
		});

		expect(smile.journal.of('POST', '/webhooks')).toHaveLength(2);
		expect(smile.webhooks.all).toHaveLength(1);
		expect((await smile.deliver('USER_CREATED')).status).toBe(200);
		expect(await executionsOfEvents(cluster.postgres, workflow.id)).toHaveLength(1);
	});
});
