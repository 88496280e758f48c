import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { sampleCredential, sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { testCredential } from '../support/contexts/testCredential';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { removalClock } from '../support/contexts/removalClock';
import { byId } from '../support/picked';
import { thrownBy } from '../support/thrownBy';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const create: INodeParameters = {
	resource: 'webhook',
	operation: 'create',
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	events: ['USER_CREATED'],
};
const equal = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	eventTypes: ['USER_CREATED'],
	secret: sampleWebhookSecret,
};
const idsAt = ({ webhooks }: SimulatedSmile) => webhooks.all.map(({ id }) => id);

async function createdAt(smile: SimulatedSmile): Promise<unknown> {
	const [item] = await runAction({ smile, parameters: create });
	return item.json.id;
}

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
		smile.faults.next({ kind: 'slow', ms: 0, path: '/webhooks', method: 'GET' });
		smile.faults.next({ kind: 'status', status: 503, method: 'POST' });
		const running = createdAt(smile);
		await smile.journal.waitFor(({ method }) => method === 'POST');
		const foreign = smile.webhooks.add({ ...equal, ...change });

		const made = await running;

		expect(idsAt(smile)).toEqual([foreign.id, made]);
	});

	it('finds the one that the last POST of the series made', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'cut', method: 'POST', times: 4 });
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const made = await createdAt(smile);

		expect(idsAt(smile)).toEqual([made]);
	}, 20_000);

	it('makes no second one where the list cannot be read', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'slow', ms: 0, method: 'GET' });
		smile.faults.next({ kind: 'answerLost', method: 'POST' });
		smile.faults.next({ kind: 'status', status: 403, method: 'GET' });

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

describe('an answer that is not Smile’s', () => {
	const list: INodeParameters = { resource: 'webhook', operation: 'getAll' };
	const deletion = (id: string): INodeParameters => ({
		resource: 'webhook',
		operation: 'delete',
		webhookId: byId(id),
	});

	it('of a wrong version path says so', async () => {
		const smile = await worlds.startSmile();
		const baseUrl = smile.baseUrl.replace('/v1', '/v2');

		const error = await thrownBy(runAction({ smile, credential: { baseUrl }, parameters: list }));

		expect(error.message).toMatch(/Could not read the webhooks: .+404|MISSING_RESOURCE/);
		expect(error.description).toContain('with its version path such as /v1');
	});

	it.each([404, 403] as const)('with the status %d is not taken for Smile’s', async (status) => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		smile.faults.next({ kind: 'html', status, times: Infinity });

		const error = await thrownBy(
			runAction({
				smile,
				items: [
					{
						json: {
							id: 'et-1',
							type: 'INCOMES_ADDED',
							createdAt: '2026-03-04T12:00:00Z',
							data: { accountId, userId, count: 1 },
						},
					},
				],
				parameters: { resource: 'event', operation: 'getData' },
			}),
		);

		expect(error.message).toContain('did not come from the Smile API but from something in');
	});

	it('does not say that a webhook was deleted', async () => {
		const smile = await worlds.startSmile();
		const { id } = smile.webhooks.add();
		smile.faults.next({ kind: 'html', status: 404, method: 'DELETE' });

		const error = await thrownBy(runAction({ smile, parameters: deletion(id) }));

		expect(error.message).toContain(`Could not delete the webhook ${id}`);
		expect(error.message).toContain('did not come from the Smile API');
		expect(idsAt(smile)).toEqual([id]);
	});

	it('leaves it to the list whether a webhook is gone', async () => {
		const { smile, trigger } = await worlds.publish();
		smile.faults.next({ kind: 'html', status: 404, method: 'DELETE', afterWork: true });

		await trigger.deactivate();
		await removalClock.pass(10_000);
		await waitFor(() => trigger.logs.some(({ message }) => message.includes('removed')));

		expect(smile.webhooks.all).toEqual([]);
	});

	it('without a body is none, but for a deletion', async () => {
		const smile = await worlds.startSmile();
		const { id } = smile.webhooks.add();
		smile.faults.next({ kind: 'empty', status: 204, method: 'DELETE', afterWork: true });

		const [item] = await runAction({ smile, parameters: deletion(id) });

		expect(item.json).toEqual({ deleted: true, id });
		smile.faults.next({ kind: 'empty', status: 204 });
		const error = await thrownBy(runAction({ smile, parameters: list }));
		expect(error.message).toContain('did not come from the Smile API');
	});
});

describe('a redirect', () => {
	it.each([301, 302, 303, 307, 308])('%d is not followed with the key', async (status) => {
		const smile = await worlds.startSmile();
		const elsewhere = await worlds.startSmile({ apiKey: smile.apiKey, apiSecret: smile.apiSecret });
		const { host } = new URL(elsewhere.baseUrl);
		const location = `${elsewhere.baseUrl}/webhooks?user=maria`;
		smile.faults.next({ kind: 'status', status, headers: { location } });

		const error = await thrownBy(
			runAction({ smile, parameters: { resource: 'webhook', operation: 'getAll' } }),
		);

		expect(error.message).toContain(`the address redirects to ${host}, and`);
		expect(error.message).not.toContain('maria');
		expect(elsewhere.journal.entries).toEqual([]);
	});

	it('is not followed with the key of a credential that is tested', async () => {
		const smile = await worlds.startSmile();
		const elsewhere = await worlds.startSmile();
		const location = `${elsewhere.baseUrl}/webhooks`;
		smile.faults.next({ kind: 'status', status: 302, headers: { location } });

		const result = await testCredential(sampleCredential(smile));

		expect(result.message).toContain(`redirects to ${new URL(elsewhere.baseUrl).host}`);
		expect(elsewhere.journal.entries).toEqual([]);
	});
});

it('a request that timed out at a gateway (408) is sent again', async () => {
	const smile = await worlds.startSmile();
	smile.webhooks.add();
	smile.faults.next({ kind: 'status', status: 408 });

	const found = await runAction({
		smile,
		parameters: { resource: 'webhook', operation: 'getAll' },
	});

	expect(found).toHaveLength(1);
});

describe('a list of Smile’s', () => {
	const all: INodeParameters = { resource: 'user', operation: 'getAll', returnAll: true };
	const page = (nextCursor: unknown, ...items: unknown[]) =>
		({
			kind: 'otherEnvelope',
			path: '/users',
			body: { code: 'OK', message: 'Success', requestId: 'r', data: { nextCursor, items } },
		}) as const;

	it('whose cursor comes back is an error', async () => {
		const smile = await worlds.startSmile();
		for (const id of ['u-1', 'u-2', 'u-3']) smile.faults.next(page('same', { id }));

		const error = await thrownBy(runAction({ smile, parameters: all }));

		expect(error.message).toContain('Could not read the users');
		expect(error.message).toContain('its list has no end');
		expect(smile.journal.entries).toHaveLength(2);
	});

	it('may number its pages', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next(page(20, { id: 'u-1' }));
		smile.faults.next(page(null, { id: 'u-2' }));

		const found = await runAction({ smile, parameters: all });

		expect(found.map(({ json }) => json.id)).toEqual(['u-1', 'u-2']);
		expect(smile.journal.entries[1].query).toMatchObject({ cursor: '20' });
	});

	it('that breaks off with a 404 is an error, not its end', async () => {
		const smile = await worlds.startSmile();
		smile.data.transactions(200);
		smile.faults.next({ kind: 'slow', ms: 0, path: '/transactions' });
		smile.faults.next({ kind: 'status', status: 404, path: '/transactions' });

		const error = await thrownBy(
			runAction({
				smile,
				parameters: { resource: 'transaction', operation: 'getAll', returnAll: true },
			}),
		);

		expect(error.message).toContain('it knows no more of a list that it had begun');
	});

	it('behind an event that breaks off with a 404 is not given as if it were whole', async () => {
		const smile = await worlds.startSmile();
		const accountId = smile.data.transactions(200);
		smile.faults.next({ kind: 'slow', ms: 0, path: '/transactions' });
		smile.faults.next({ kind: 'status', status: 404, path: '/transactions' });
		const event = {
			id: 'et-1',
			type: 'TRANSACTIONS_ADDED',
			createdAt: '2026-03-04T12:00:00Z',
			data: { accountId, count: 200 },
		};

		const items = await runAction({
			smile,
			items: [{ json: event }],
			parameters: { resource: 'event', operation: 'getData' },
		});

		expect(items.at(-1)?.json).toMatchObject({
			record: null,
			reason: expect.stringContaining('it knows no more of a list that it had begun'),
		});
	});

	it.each([[null], ['text'], [[]]])('with the entry %j is an error', async (entry) => {
		const smile = await worlds.startSmile();
		smile.faults.next(page(null, { id: 'u-1' }, entry));

		const error = await thrownBy(runAction({ smile, parameters: all }));

		expect(error.message).toContain('an entry of its list is no record');
	});
});

it('a text of Smile’s that names a person loses it', async () => {
	const smile = await worlds.startSmile();
	const message = 'maria@example.test with 529559991234 sent iVBORw0KGgoAAAANSUhEUgAAAA==';
	smile.faults.next({ kind: 'status', status: 400, message });

	const error = await thrownBy(
		runAction({ smile, parameters: { resource: 'webhook', operation: 'getAll' } }),
	);

	expect(error.message).toContain('(INVALID_PARAMETERS: *** with *** sent ***, request ');
});
