import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

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

	it('that repeats its records under new cursors is an error, and gives none of them twice', async () => {
		const smile = await worlds.startSmile();
		for (const cursor of ['a', 'b', null]) smile.faults.next(page(cursor, { id: 'u-1' }));

		const items = await runAction({ smile, parameters: all, continueOnFail: true });

		expect(items.map(({ json }) => json.id ?? json.error)).toEqual([
			'u-1',
			expect.stringContaining('its list repeats itself'),
		]);
		expect(items[1].json.description).toContain('tell Smile support');
	});

	it('of empty pages that does not end is an error', async () => {
		const smile = await worlds.startSmile();
		for (let cursor = 1; cursor < 200; cursor += 1) smile.faults.next(page(cursor));

		const error = await thrownBy(runAction({ smile, parameters: all }));

		expect(error.message).toContain('its list has no end');
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
		smile.faults.next({ kind: 'status', status: 404, path: '/transactions', skip: 1 });

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
		smile.faults.next({ kind: 'status', status: 404, path: '/transactions', skip: 1 });
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
