import { isFullRun } from '../../support/fullRun';
import { lapse } from '../../support/lapse';
import { triggerWorkflow } from '../../support/n8n/workflows';
import { untilLogged } from '../../support/n8n/untilLogged';
import { borrowN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { eventually, waitFor } from '../../support/waitFor';

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());
beforeEach(() => {
	world.smile.faults.clear();
	world.smile.webhooks.clear();
});

const webhooks = () => world.smile.webhooks.all;

/** Nobody answers at Smile's API until the fault is cleared. */
const smileGoesDown = () => world.smile.faults.next({ kind: 'cut', times: Infinity });

/** Waits until n8n's requests have met the outage for that many milliseconds. */
async function outageOf(ms: number): Promise<void> {
	const { journal } = world.smile;
	await waitFor(() => journal.entries.some(({ fault }) => fault === 'cut'), { timeoutMs: 60_000 });
	await lapse(ms);
}

async function newWorkflow() {
	const parameters = { events: ['ALL_EVENTS'] };
	return await world.rest.createWorkflow(
		triggerWorkflow({ parameters, credential: world.credential }),
	);
}

describe('a Smile that is down', () => {
	beforeEach(() => world.smile.journal.clear());

	it('for six seconds while a workflow is published delays it, and gets one webhook', async () => {
		const workflow = await newWorkflow();

		smileGoesDown();
		const publishing = world.rest.publish(workflow);
		await outageOf(6_000);
		world.smile.faults.clear();

		expect(await publishing).toMatchObject({ status: 'published' });
		expect(webhooks()).toHaveLength(1);
		// The removal must not be what the next test's outage meets.
		await world.unpublish(workflow);
	});

	it('for six seconds while a workflow is unpublished keeps no webhook', async () => {
		const workflow = await world.publish({ events: ['ALL_EVENTS'] });
		world.smile.journal.clear();

		smileGoesDown();
		const unpublishing = world.rest.deactivate(workflow);
		await outageOf(6_000);
		world.smile.faults.clear();
		await unpublishing;

		await eventually(() => webhooks().length === 0);
	});

	const longCase = isFullRun ? it : it.skip;

	longCase('for two minutes is told, and publishing again mends it', async () => {
		const workflow = await newWorkflow();
		const { versionId } = await world.rest.getWorkflow(workflow.id);

		smileGoesDown();
		await world.rest.call('POST', `/workflows/${workflow.id}/activate`, { versionId });
		await outageOf(120_000);
		const failed = await waitFor(
			async () => {
				const publication = await world.rest.publication(workflow);
				return publication.status === 'failed' && publication;
			},
			{ timeoutMs: 60_000, intervalMs: 500 },
		);
		world.smile.faults.clear();

		// n8n gives a publication 84 seconds in all, and then says no more than that.
		expect(failed.errorMessage).toMatch(/Smile could not be reached|exceeded its deadline/);
		expect(await world.rest.publish(workflow)).toMatchObject({ status: 'published' });
		expect(webhooks()).toHaveLength(1);
		await world.rest.deactivate(workflow);
	});

	longCase('for two minutes at unpublishing keeps a webhook until the next time', async () => {
		const workflow = await world.publish({ events: ['ALL_EVENTS'] });
		const [{ id }] = webhooks();
		world.smile.journal.clear();

		smileGoesDown();
		await world.rest.call('POST', `/workflows/${workflow.id}/deactivate`, {});
		await outageOf(120_000);
		world.smile.faults.clear();

		expect(webhooks()).toMatchObject([{ id }]);
		await untilLogged(world.n8n, 'external deregistration kept failing');
		await world.rest.activate(workflow);
		await world.unpublish(workflow);
		expect(webhooks()).toEqual([]);
	});
});
