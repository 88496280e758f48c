import { finalAccount } from '../../support/n8n/account';
import { projectOfColleague } from '../../support/n8n/colleague';
import { storedExecutions, type StoredExecution } from '../../support/n8n/database';
import type { Workflow } from '../../support/n8n/types';
import { triggerWorkflow } from '../../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { streamWhile } from '../../support/smile/streamWhile';
import { eventually } from '../../support/waitFor';

/** Milliseconds before Smile's second and third try, shorter than Smile's own; a busy n8n is still back before the last. */
const retryPauses = [3_000, 30_000];
/** Milliseconds between two events. */
const everyMs = 100;
/** How many events may be on their way, also when n8n begins to move the workflow. */
const atOnce = 8;

let world: N8nWorld;
let colleague: string;
beforeAll(async () => {
	world = await borrowN8nWorld();
	colleague = await projectOfColleague(world.rest.call);
});
afterAll(async () => await world?.close());
beforeEach(() => world.smile.webhooks.clear());

const executionsOf = ({ id }: Workflow) => storedExecutions(world.n8n.userFolder, id);

async function publishWithOwnCredential(): Promise<Workflow> {
	const { credentialData: data, rest } = world;
	const credential = await rest.createCredential({ name: 'Own', type: 'getSmileApi', data });
	const parameters = { events: ['ALL_EVENTS'] };
	const workflow = await rest.createWorkflow(triggerWorkflow({ parameters, credential }));
	await rest.activate(workflow);
	return workflow;
}

const isOver = ({ status }: StoredExecution) => !['new', 'running'].includes(status);
const credentialOf = ({ nodes }: Workflow) => nodes[0].credentials?.getSmileApi.id ?? '';

/** Moves a published workflow to the colleague while events arrive; `most` is how many came while n8n was at it. */
async function moveWhileEventsArrive(workflow: Workflow, shareCredentials: string[]) {
	const body = { destinationProjectId: colleague, shareCredentials };
	let tookMs = 0;
	const move = async () => {
		const startedAt = performance.now();
		await world.rest.call('PUT', `/workflows/${workflow.id}/transfer`, body);
		tookMs = performance.now() - startedAt;
	};
	const { sent } = await streamWhile(world.smile, move, { everyMs, atOnce, retryPauses });
	return { sent, most: atOnce + Math.ceil(tookMs / everyMs) };
}

describe('a published workflow that is moved to a colleague while events arrive', () => {
	it('loses none in silence when its credential is shared in the same step', async () => {
		const workflow = await publishWithOwnCredential();

		const { sent, most } = await moveWhileEventsArrive(workflow, [credentialOf(workflow)]);
		await eventually(() => executionsOf(workflow).every(isOver), 'all executions to end');

		const { lost, ...account } = await finalAccount(sent, () => executionsOf(workflow));
		// For a moment n8n has moved the workflow and not yet shared the credential: it fails such an execution itself.
		const failed = executionsOf(workflow).filter(({ status }) => status !== 'success');
		expect(account).toEqual({ twice: [], undelivered: [] });
		expect(failed.map(({ status, eventId }) => [status, eventId])).toEqual(
			lost.map(() => ['error', '']),
		);
		expect(lost.length).toBeLessThanOrEqual(most);
		expect(world.smile.webhooks.all).toHaveLength(1);
		await world.unpublish(workflow);
	});
});

describe('a published workflow that is moved to a colleague who may not use its credential', () => {
	it('lets deliveries in, and n8n fails each execution before its first node', async () => {
		const workflow = await publishWithOwnCredential();
		const body = { destinationProjectId: colleague, shareCredentials: [] };
		await world.rest.call('PUT', `/workflows/${workflow.id}/transfer`, body);
		await eventually(() => world.smile.webhooks.all.length === 1);

		const { status } = await world.smile.deliver('USER_CREATED');
		const [execution] = await world.rest.waitForExecutions(workflow.id, 1);

		expect(status).toBe(200);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/credential/i);
		expect(executionsOf(workflow).map(({ eventId }) => eventId)).toEqual(['']);
		await world.unpublish(workflow);
	});
});
