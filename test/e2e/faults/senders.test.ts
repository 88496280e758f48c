import { sampleEvent } from '../../../nodes/Smile/events/sample';
import { isFullRun } from '../../support/fullRun';
import { finalAccount, nothingLostNothingTwice } from '../../support/n8n/account';
import { storedExecutions } from '../../support/n8n/database';
import type { Workflow } from '../../support/n8n/types';
import { afterNode } from '../../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { deliverEvent, newEventId, tryAgain } from '../../support/smile/sentEvent';
import { deliverSlowly } from '../../support/smile/slowDelivery';
import { smileTime } from '../../support/smile/webhookStore';

const dayMs = 24 * 60 * 60 * 1_000;

let world: N8nWorld;
let workflow: Workflow;
beforeAll(async () => {
	world = await borrowN8nWorld();
	workflow = await world.publish({ events: ['ALL_EVENTS'] });
});
afterAll(async () => await world?.close());

const webhook = () => world.smile.webhooks.all[0];
const executions = () => storedExecutions(world.n8n.userFolder, workflow.id);
const executionsOf = (id: string) => executions().filter(({ eventId }) => eventId === id);

describe('a clock that is wrong by a day', () => {
	it.each([
		['slow', dayMs],
		['fast', -dayMs],
	])('at n8n, too %s, keeps no event out', async (_word, differenceMs) => {
		const createdAt = smileTime(new Date(Date.now() + differenceMs));
		const event = { ...sampleEvent('INCOMES_ADDED'), id: newEventId(), createdAt };

		const { status } = await world.smile.deliver(event, { retry: false });
		const again = await world.smile.deliver(event, { retry: false });

		expect(status).toBe(200);
		expect(again.body).toBe('{"status":"ignored","reason":"duplicate"}');
		const [started, ...more] = executionsOf(event.id);
		expect(more).toEqual([]);
		const { items } = await world.rest.finishedExecution(started.id);
		expect(items(afterNode)).toEqual([expect.objectContaining({ json: event })]);
	});
});

describe('a slow sender', () => {
	const delivery = () => ({ id: newEventId(), origin: world.n8n.origin, to: webhook(), pieces: 8 });

	it('whose body arrives in pieces over seconds starts one execution', async () => {
		const slow = { ...delivery(), pauseMs: 400 };

		expect(await deliverSlowly(slow)).toBe(200);

		expect(executionsOf(slow.id)).toHaveLength(1);
	});

	it('whose connection breaks halfway starts nothing until it sends again', async () => {
		const broken = { ...delivery(), pauseMs: 20, cutAfter: 4 };

		const first = await deliverSlowly(broken);
		const startedByHalf = executionsOf(broken.id);
		const again = await deliverSlowly({ ...broken, cutAfter: undefined });

		expect([first, again]).toEqual([null, 200]);
		expect(startedByHalf).toEqual([]);
		expect(executionsOf(broken.id)).toHaveLength(1);
	});

	it('that hangs up before the answer and sends again starts one execution', async () => {
		const hasty = { retry: false, timeoutMs: 100 };
		const firstTries = await Promise.all(
			Array.from({ length: 20 }, async () => await deliverEvent(world.smile, webhook(), hasty)),
		);
		const sent = await tryAgain(world.smile, webhook(), firstTries, { timeoutMs: 60_000 });

		expect(sent.some(({ tries }) => tries[0] === null)).toBe(true);
		expect(await finalAccount(sent, executions)).toEqual(nothingLostNothingTwice);
	});
});

describe('a crowd', () => {
	it('of 200 connections at once has each event accepted once', async () => {
		// An overloaded machine answers 500 after a minute without a database connection: Smile sends again.
		const crowd = { timeoutMs: 120_000, retryPauses: [5_000, 10_000] };

		const sent = await Promise.all(
			Array.from({ length: 200 }, async () => await deliverEvent(world.smile, webhook(), crowd)),
		);

		expect(await finalAccount(sent, executions)).toEqual(nothingLostNothingTwice);
	});

	const longCase = isFullRun ? it : it.skip;

	longCase(
		'that hangs up while n8n is busy and sends again starts one execution each',
		async () => {
			const hasty = { retry: false, timeoutMs: 1_000 };
			const firstTries = await Promise.all(
				Array.from({ length: 200 }, async () => await deliverEvent(world.smile, webhook(), hasty)),
			);
			const sent = await tryAgain(world.smile, webhook(), firstTries, { timeoutMs: 240_000 });

			expect(sent.some(({ tries }) => tries[0] === null)).toBe(true);
			expect(await finalAccount(sent, executions)).toEqual(nothingLostNothingTwice);
		},
	);
});
