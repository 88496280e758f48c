import type { IDataObject } from 'n8n-workflow';

import { toItems } from '../../nodes/Smile/delivery/toItems';
import { runAction } from '../support/contexts/runAction';
import type { Happened } from '../support/smile/data/diary';
import { keyOf, tracesOf } from '../support/smile/data/traces';
import { Worlds } from '../support/world';
import { eventsOf, gapOf, jsonOf, missed, oneAccount } from '../support/missedRuns';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('missed events, narrowed down,', () => {
	it('of chosen types cost no request that these do not need', async () => {
		const { smile, happened } = await gapOf(worlds);

		const events = jsonOf(
			await runAction({
				smile,
				parameters: missed({ options: { eventTypes: ['INCOMES_ADDED', 'ACCOUNT_CREATED'] } }),
			}),
		);

		const paths = new Set(smile.journal.entries.map(({ path }) => path));
		expect([...paths].sort()).toEqual(['/accounts', '/incomes', '/tasks']);
		const [accounts] = smile.journal.of('GET', '/accounts');
		expect(accounts?.query).toMatchObject({ startDate: '2026-03-03', endDate: '2026-03-05' });
		expect(events.filter(({ type }) => type === 'ACCOUNT_CREATED')).toHaveLength(
			happened.filter(({ type }) => type === 'ACCOUNT_CREATED').length,
		);
	});

	it('up to a limit are the oldest', async () => {
		const { smile } = await gapOf(worlds);
		const eventTypes = ['USER_CREATED', 'ACCOUNT_CREATED', 'ARCHIVE_STARTED'];

		const all = jsonOf(await runAction({ smile, parameters: missed({ options: { eventTypes } }) }));
		const few = jsonOf(
			await runAction({ smile, parameters: missed({ options: { eventTypes, limit: 3 } }) }),
		);

		expect(few).toEqual(all.slice(0, 3));
		expect(all.length).toBeGreaterThan(3);
	});

	it.each(['event', 'simplified', 'text'])(
		'are those that did not arrive, where the others are given in the form %s',
		async (form) => {
			const { smile, happened } = await gapOf(worlds);
			const arrived = happened.slice(0, 60);
			const given = arrived.map((one, index) => {
				const event = { ...one, id: `et-${index}`, data: one.data as IDataObject };
				const [{ json }] = toItems(event, form === 'simplified' ? form : 'event');
				return form === 'text' ? JSON.stringify(json) : json;
			});

			const left = jsonOf(
				await runAction({
					smile,
					items: [{ json: { given } }],
					parameters: missed({ options: { knownEvents: '={{ $json.given }}' } }),
				}),
			);

			const known = new Set(arrived.map(keyOf));
			expect((left as unknown as Happened[]).map(keyOf).sort()).toEqual(
				tracesOf(happened).rebuildable.filter((key) => !known.has(key)),
			);
			expect(left.length).toBeGreaterThan(10);
		},
	);

	it('are none where all of them were rebuilt before', async () => {
		const { smile } = await gapOf(worlds);
		const before = jsonOf(await runAction({ smile, parameters: missed() }));

		const again = await runAction({
			smile,
			items: [{ json: { before } }],
			parameters: missed({ options: { knownEvents: '={{ $json.before }}' } }),
		});

		expect(again).toEqual([]);
	});

	it('of a type are the same whatever other types are asked for', async () => {
		const smile = await worlds.startSmile();
		smile.data.people(1, { account: 'failed', archive: 'failed' });
		const updatedAt = '2026-03-04T12:00:00Z';
		const [account] = smile.data.all('accounts');
		const [archive] = smile.data.all('archives');
		smile.data.change('accounts', account.id, { connection: { status: 'ERROR', updatedAt } });
		smile.data.change('archives', archive.id, { state: { status: 'ERROR', updatedAt } });
		const typesFor = async (eventTypes: string[]) =>
			(await eventsOf(smile, { options: { eventTypes } })).map(({ type }) => type);

		const all = (await eventsOf(smile)).map(({ type }) => type);

		expect(all).toEqual(['ACCOUNT_FAILED', 'ARCHIVE_FAILED']);
		expect(await typesFor(['ACCOUNT_FAILED'])).toEqual(['ACCOUNT_FAILED']);
		expect(await typesFor(['ARCHIVE_FAILED'])).toEqual(['ARCHIVE_FAILED']);
	});

	it.each([['ALL_EVENTS'], [['ALL_EVENTS', 'INCOMES_ADDED']]])(
		'are all of them for %j by an expression',
		async (types) => {
			const { smile } = await oneAccount(worlds);

			const events = await eventsOf(
				smile,
				{ options: { eventTypes: '={{ $json.types }}' } },
				{ types },
			);

			expect(events).toEqual(await eventsOf(smile));
			expect(events.length).toBeGreaterThan(10);
		},
	);

	it('are known by one that was delivered without the kind of its task, and by each once', async () => {
		const { smile, happened } = await oneAccount(worlds);
		const arrived = happened
			.filter(({ type }) => type.startsWith('TASK_'))
			.map(({ type, createdAt, data }) => {
				const { taskType, ...rest } = data as IDataObject;
				expect(taskType).toBe('LINK_ACCOUNT');
				return { id: `et-${type}`, type, createdAt, data: rest };
			});

		const options = {
			eventTypes: ['TASK_STARTED', 'TASK_FINISHED'],
			knownEvents: '={{ $json.given }}',
		};
		const left = await eventsOf(smile, { options }, { given: [...arrived, ...arrived] });

		expect(arrived).toHaveLength(2);
		expect(left).toEqual([]);
	});

	it.each([1, '2', ' 3 '])('are at most %j', async (limit) => {
		const { smile } = await oneAccount(worlds);

		const events = await eventsOf(smile, { options: { limit: '={{ $json.limit }}' } }, { limit });

		expect(events).toHaveLength(Number(limit));
	});
});
