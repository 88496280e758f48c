import { runAction } from '../support/contexts/runAction';
import { byId } from '../support/picked';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { equal, idsAt, createdAt } from '../support/webhookCreations';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('creating a webhook whose POST fails', () => {
	const lostBefore = { kind: 'status', status: 503, method: 'POST' } as const;

	it('makes a second one where an equal one was there before', async () => {
		const smile = await worlds.startSmile();
		const first = await createdAt(smile);
		smile.faults.next(lostBefore);

		const second = await createdAt(smile);

		expect(idsAt(smile)).toEqual([first, second]);
	});

	it.each(['answerLost', 'truncated'] as const)(
		'takes the one that it made, not the equal one that was there before (%s)',
		async (kind) => {
			const smile = await worlds.startSmile();
			const { id } = smile.webhooks.add(equal);
			smile.faults.next({ kind, method: 'POST' });

			const made = await createdAt(smile);

			expect(idsAt(smile)).toEqual([id, made]);
		},
	);

	it.each([
		['name', { name: 'Another' }],
		['url', { url: 'https://other.example.test' }],
		['event set', { eventTypes: ['USER_CREATED', 'INCOMES_ADDED'] }],
		['includePayload', { includePayload: true }],
		['active', { active: false }],
		['secret', { secret: 'dummy of somebody else' }],
	])('takes none that somebody else made meanwhile with another %s', async (_field, change) => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 503, method: 'POST' });
		const running = createdAt(smile);
		await smile.journal.waitFor(({ method }) => method === 'POST');
		const foreign = smile.webhooks.add({ ...equal, ...change });

		const made = await running;

		expect(idsAt(smile)).toEqual([foreign.id, made]);
	});

	it('finds the one that the last POST made, whose answer was lost after four that were cut', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'cut', method: 'POST', times: 4 });
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const made = await createdAt(smile);

		expect(idsAt(smile)).toEqual([made]);
	}, 20_000);

	it('makes no second one where its answer is lost and Smile refuses the list', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'answerLost', method: 'POST' });
		smile.faults.next({ kind: 'status', status: 403, method: 'GET', skip: 1 });

		const error = await thrownBy(createdAt(smile));

		expect(error.message).toContain('Could not create the webhook');
		expect(smile.webhooks.all).toHaveLength(1);
		expect(smile.journal.of('POST', '/webhooks')).toHaveLength(1);
	});

	it('side by side with an equal one gives each its own', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 503, method: 'POST' });
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const made = await Promise.all([createdAt(smile), createdAt(smile), createdAt(smile)]);

		expect(idsAt(smile).sort()).toEqual(made.sort());
		expect(new Set(made).size).toBe(3);
	});
});

describe('updating a webhook without changing it', () => {
	it.each([
		{ kind: 'cut', method: 'POST' } as const,
		{ kind: 'status', status: 503, method: 'POST' } as const,
		{ kind: 'answerLost', method: 'POST' } as const,
	])('leaves the new one after the fault %j', async (fault) => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(equal);
		smile.faults.next(fault);

		const [item] = await runAction({
			smile,
			parameters: {
				resource: 'webhook',
				operation: 'update',
				webhookId: byId(old.id),
				updateFields: { secret: '' },
			},
		});

		expect(item.json.id).not.toBe(old.id);
		expect(idsAt(smile)).toEqual([item.json.id]);
	});
});
