import type { IDataObject } from 'n8n-workflow';

import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import type { ToldEvent } from '../support/smile/data/toldEvents';
import { Worlds } from '../support/world';
import { dataOf, eventOf } from '../support/eventDataRuns';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('a requested record', () => {
	const asked = async (smile: SimulatedSmile) => {
		const happened = smile.data.requestRecord(new Date());
		const { data } = happened.find(({ type }) => type === 'RECORD_COMPLETED') as ToldEvent;
		return { event: eventOf({ type: 'RECORD_COMPLETED', data }), id: String(data.recordId) };
	};

	it.each([
		['alpha', 401],
		['alpha', 403],
		['alpha', 404],
		['beta', 401],
		['beta', 403],
		['beta', 404],
	])('is read where %s is refused with %s', async (stage, status) => {
		const smile = await worlds.startSmile();
		const { event, id } = await asked(smile);
		smile.faults.next({ kind: 'status', status, path: `/${stage}/socialSecurities` });

		const items = await dataOf(smile, event);

		expect(items.map(({ record }) => (record as IDataObject | null)?.id)).toEqual([id]);
	});

	it.each([
		['alpha', 'UNAUTHORIZED_ACCESS'],
		['alpha', 'MISSING_RESOURCE'],
		['beta', 'UNAUTHORIZED_ACCESS'],
		['beta', 'MISSING_RESOURCE'],
	] as const)('is read by a tenant to whom %s is closed: %s', async (stage, closedAnswer) => {
		const smile = await worlds.startSmile();
		Object.assign(smile.switches, { closedStages: [stage], closedAnswer });
		const { event, id } = await asked(smile);

		const items = await dataOf(smile, event);

		expect(items.map(({ record }) => (record as IDataObject | null)?.id)).toEqual([id]);
	});

	it('is not called gone where Smile refuses one of the two places', async () => {
		const smile = await worlds.startSmile();
		const { event } = await asked(smile);
		for (const [stage, status] of [
			['alpha', 404],
			['beta', 403],
		] as const) {
			smile.faults.next({ kind: 'status', status, path: `/${stage}/socialSecurities` });
		}

		const items = await dataOf(smile, event);

		expect(items.map(({ record, gone }) => [record, gone])).toEqual([[null, false]]);
	});
});

describe('records of a range', () => {
	const origin = {
		sourceId: 'a-1',
		sourceType: 'ACCOUNT' as const,
		userId: 'u',
		providerId: 'p',
		createdAt: '2026-03-01T00:00:00Z',
		itemCreatedAt: '2026-03-01T00:00:00Z',
	};
	const updated = (type: string) =>
		eventOf({
			type,
			data: {
				accountId: 'a-1',
				count: 2,
				updatedFrom: '2026-01-31T23:59:59Z',
				updatedTo: '2026-02-28T00:00:00Z',
			},
		});
	const idsOf = (items: IDataObject[]) =>
		items.map(({ record }) => (record as IDataObject | null)?.id);

	it.each([true, false])(
		'are those from its first day to its last, where Smile leaves out the last: %s',
		async (endsExcluded) => {
			const smile = await worlds.startSmile();
			smile.data.answers.endsExcluded = endsExcluded;
			const days = ['2026-01-30', '2026-01-31', '2026-02-14', '2026-02-28', '2026-03-01'];
			for (const date of days) {
				smile.data.add('contributions', { id: date, date, metadata: origin });
				smile.data.add('incomes', { id: date, startDate: date, endDate: date, metadata: origin });
			}
			for (const month of ['2025-12', '2026-01', '2026-02', '2026-03']) {
				smile.data.add('eincomes', { id: month, month, metadata: origin });
			}

			const wanted = ['2026-01-31', '2026-02-14', '2026-02-28'];
			expect(idsOf(await dataOf(smile, updated('CONTRIBUTIONS_UPDATED')))).toEqual(wanted);
			expect(idsOf(await dataOf(smile, updated('INCOMES_UPDATED')))).toEqual(wanted);
			expect(idsOf(await dataOf(smile, updated('EINCOMES_UPDATED')))).toEqual([
				'2026-01',
				'2026-02',
			]);
		},
	);

	it('are also those that only begin or end in it, or do not say when they were', async () => {
		const smile = await worlds.startSmile();
		const add = (id: string, startDate: string | null, endDate: string | null) =>
			smile.data.add('incomes', { id, startDate, endDate, metadata: origin });
		add('around', '2026-01-30', '2026-03-01');
		add('before', '2026-01-30', '2026-01-30');
		add('after', '2026-03-01', '2026-03-01');
		add('begins', '2026-02-28', null);

		expect(idsOf(await dataOf(smile, updated('INCOMES_UPDATED')))).toEqual(['around', 'begins']);
	});

	it('are all records of the account where none of them is in it', async () => {
		const smile = await worlds.startSmile();
		smile.data.add('contributions', { id: 'con-1', date: '2026-03-01', metadata: origin });

		expect(idsOf(await dataOf(smile, updated('CONTRIBUTIONS_UPDATED')))).toEqual(['con-1']);
	});
});
