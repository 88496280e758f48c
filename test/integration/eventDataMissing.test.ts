import { runAction } from '../support/contexts/runAction';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { type ToldEvent } from '../support/smile/data/toldEvents';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { dataOf, eventOf, getData, jsonOf } from '../support/eventDataRuns';
import { quickPauses } from '../support/quickPauses';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('data that is gone', () => {
	it.each([
		['INCOMES_ADDED', 'incomes'],
		['IDENTITY_ADDED', 'identity'],
	])('is a clear result of %s, not an error', async (type, datapoint) => {
		const smile = await worlds.startSmile();
		const { accountId, happened } = smile.data.live(new Date('2026-03-04T08:00:00Z'), {
			account: 'connected',
		});
		smile.data.revoke(accountId);
		const one = happened.find((each) => each.type === type) as ToldEvent;

		const items = jsonOf(
			await runAction({ smile, items: [{ json: eventOf(one) }], parameters: getData() }),
		);

		expect(items).toEqual([
			{
				eventId: `et-${type}`,
				eventType: type,
				datapoint,
				record: null,
				gone: true,
				reason: expect.stringContaining('revoked'),
			},
		]);
	});

	it('is told for each kind of a finished task that has none left', async () => {
		const smile = await worlds.startSmile();
		const { accountId, happened } = smile.data.live(new Date('2026-03-04T08:00:00Z'), {
			account: 'connected',
		});
		smile.data.keep('incomes', () => false);
		const one = happened.find(({ type }) => type === 'TASK_FINISHED') as ToldEvent;
		const finished = { ...one, data: { ...one.data, datapoints: ['RATINGS', 'INCOMES'] } };

		const items = jsonOf(
			await runAction({ smile, items: [{ json: eventOf(finished) }], parameters: getData() }),
		);

		expect(items.map(({ datapoint, gone }) => [datapoint, gone])).toEqual([
			['rating', undefined],
			['incomes', true],
		]);
		expect(accountId).toBe(one.data.sourceId);
	});

	it('under one of several ids leaves the others', async () => {
		const smile = await worlds.startSmile();
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		const [document] = smile.data.of('documents', accountId);
		const data = { userId, accountId, updatedIds: [document.id, 'd-unknown'] };

		const items = jsonOf(
			await runAction({
				smile,
				items: [{ json: eventOf({ type: 'DOCUMENTS_UPDATED', data }) }],
				parameters: getData(),
			}),
		);

		expect(items.map(({ record, gone, recordId }) => [record, gone, recordId])).toEqual([
			[document, undefined, undefined],
			[null, true, 'd-unknown'],
		]);
	});

	it.each([
		['record', 'account', undefined],
		['record', 'archive', undefined],
		['missing', 'account', true],
		['missing', 'archive', true],
	] as const)('of what was revoked is a %s: %s', async (revokedItself, kind, gone) => {
		const smile = await worlds.startSmile({ switches: { revokedItself } });
		const { happened } = smile.data.live(new Date(), { account: 'revoked', archive: 'revoked' });
		const type = { account: 'ACCOUNT_DISCONNECTED', archive: 'ARCHIVE_REVOKED' }[kind];
		const one = happened.find((each) => each.type === type) as ToldEvent;

		const [item] = await dataOf(smile, eventOf(one));

		expect(item).toMatchObject({ datapoint: kind, ...(gone ? { record: null, gone } : {}) });
		expect(item.gone).toBe(gone);
	});

	it.each(['empty', 'missing'] as const)(
		'is told for each kind where the lists of a revoked account are %s',
		async (revokedLists) => {
			const smile = await worlds.startSmile();
			smile.data.answers.revokedLists = revokedLists;
			const { accountId, happened } = smile.data.live(new Date(), { account: 'connected' });
			smile.data.revoke(accountId);
			const one = happened.find(({ type }) => type === 'TASK_FINISHED') as ToldEvent;

			const items = await dataOf(smile, eventOf(one));

			expect(items).toHaveLength((one.data.datapoints as string[]).length);
			expect(items.every(({ gone, record }) => gone === true && record === null)).toBe(true);
		},
	);
});

describe('data that is refused', () => {
	const finished = (smile: SimulatedSmile, datapoints: string[]) => {
		const { accountId, userId } = smile.data.live(new Date(), { account: 'connected' });
		const data = { sourceId: accountId, userId, datapoints };
		return eventOf({ type: 'TASK_FINISHED', data });
	};

	it.each([403, 400, 501])(
		'of one kind (%s) does not cost the others, and says why',
		async (status) => {
			const smile = await worlds.startSmile();
			const event = finished(smile, ['LINK', 'INCOMES', 'RATINGS']);
			smile.faults.next({ kind: 'status', status, path: '/links' });

			const items = await dataOf(smile, event);

			const held = smile.data.of('incomes', String(event.data.sourceId));
			expect(items.filter(({ datapoint }) => datapoint === 'incomes')).toHaveLength(held.length);
			expect(items.filter(({ datapoint }) => datapoint === 'rating')).toHaveLength(1);
			expect(items.filter(({ record }) => record === null)).toEqual([
				{
					eventId: event.id,
					eventType: event.type,
					datapoint: 'links',
					record: null,
					gone: false,
					notRead: true,
					reason: expect.stringContaining('Could not read links of the event: '),
				},
			]);
		},
	);

	it('is an error only when nothing at all could be read', async () => {
		const smile = await worlds.startSmile();
		const event = finished(smile, ['LINK', 'INCOMES']);
		const refuse = (path: string) =>
			smile.faults.next({ kind: 'status', status: 403, path, times: Infinity });
		refuse('/links');
		smile.data.keep('incomes', () => false);

		const besideNone = await dataOf(smile, event);
		refuse('/incomes');
		const error = await thrownBy(dataOf(smile, event));

		expect(besideNone.map(({ datapoint, gone }) => [datapoint, gone])).toEqual([
			['links', false],
			['incomes', true],
		]);
		expect(error.message).toContain('Could not read links of the event');
	});

	it('on a later page is named after the pages before it, also where that page is a 404', async () => {
		const smile = await worlds.startSmile();
		const accountId = smile.data.transactions(200);
		const event = eventOf({ type: 'TRANSACTIONS_ADDED', data: { accountId, count: 200 } });
		for (const status of [404, 400]) {
			smile.faults.next({ kind: 'status', status, path: '/transactions', skip: 1 });

			const items = await dataOf(smile, event);

			expect(items).toHaveLength(151);
			expect(items.at(-1)).toMatchObject({
				datapoint: 'transactions',
				record: null,
				gone: false,
				reason: expect.stringContaining('the rest of the transactions'),
			});
		}
	});

	it('on a later page is not made up for by older records where only new ones are wanted', async () => {
		const smile = await worlds.startSmile();
		const accountId = smile.data.transactions(200);
		smile.faults.next({ kind: 'status', status: 400, path: '/transactions', skip: 1 });
		const createdAt = '2026-06-04T05:06:07Z';
		const event = eventOf({ type: 'TRANSACTIONS_ADDED', createdAt, data: { accountId, count: 2 } });

		const items = await dataOf(smile, event, { options: { onlyNewRecords: 'True' } });

		expect(items.map(({ record, gone }) => [record, gone])).toEqual([[null, false]]);
	});

	it('is not called gone where something in between says 404', async () => {
		const smile = await worlds.startSmile();
		const { accountId } = smile.data.live(new Date(), { account: 'connected' });
		const event = eventOf({ type: 'INCOMES_ADDED', data: { accountId, count: 3 } });
		smile.faults.next({ kind: 'html', status: 404, path: '/incomes' });

		const error = await thrownBy(dataOf(smile, event));

		expect(error.message).toContain('Could not read incomes of the event');
	});

	it('of a payload leaves the user beside it', async () => {
		const smile = await worlds.startSmile();
		const { userId } = smile.data.live(new Date(), { account: 'connected' });
		smile.faults.next({ kind: 'status', status: 403, path: `/users/${userId}/payload` });

		const items = await dataOf(smile, eventOf({ type: 'USER_CREATED', data: { userId } }));

		expect(items.map(({ datapoint, record }) => [datapoint, record !== null])).toEqual([
			['user', true],
			['payload', false],
		]);
	});
});
