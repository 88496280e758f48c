import { sourcesOf } from '../../../../nodes/Smile/actions/event/sources';
import { catalogue } from '../../../../nodes/Smile/events/catalogue';
import { datapoints } from '../../../../nodes/Smile/events/datapoints';
import type { SmileEventType } from '../../../../nodes/Smile/events/event';
import { sampleData } from '../../../../nodes/Smile/events/sample';

const types = Object.keys(catalogue) as SmileEventType[];
const requestsFor = (type: string, data: object, datapoint?: string) =>
	sourcesOf({ id: 'et-1', type, data: { ...data }, datapoint }).sources.map(({ path, query }) =>
		query ? [path, query] : [path],
	);

describe('what is read for an event', () => {
	it.each(types)('of type %s is something, whole addresses only', (type) => {
		const { sources, unknown } = sourcesOf({ id: 'et-1', type, data: { ...sampleData(type) } });

		expect(sources.length).toBeGreaterThan(0);
		expect(unknown).toEqual([]);
		expect(JSON.stringify(sources.map(({ path, query }) => [path, query]))).not.toMatch(/[{}]data/);
	});

	it.each(types)('of type %s is never a list without its filter', (type) => {
		const lists = sourcesOf({ id: 'et-1', type, data: {} }).sources;

		expect(lists).toEqual([]);
	});

	it('is a list for each kind of data of a finished task, whatever Smile calls it', () => {
		const names = [...Object.keys(datapoints), 'INSIGHT', 'SHIFTS', 'constructor'];
		const data = { sourceId: 'a-1', sourceType: 'ACCOUNT', datapoints: names };

		const { sources, unknown } = sourcesOf({ id: 'et-1', type: 'TASK_FINISHED', data });

		expect(sources.slice(0, 11).map(({ path }) => path)).toEqual(
			Object.values(datapoints).map(({ path }) => path),
		);
		expect(sources.every(({ query }) => query?.sourceId === 'a-1')).toBe(true);
		expect(unknown).toEqual(['SHIFTS', 'constructor']);
	});

	it.each([
		[
			['INSIGHT', 'INSIGHTS'],
			['/insights', { sourceId: 'a-1' }],
		],
		[
			['LINKS', 'LINK', 'LINK'],
			['/links', { sourceId: 'a-1' }],
		],
	])('is one list for the two names of a kind: %j', (names, request) => {
		expect(requestsFor('TASK_FINISHED', { sourceId: 'a-1', datapoints: names })).toEqual([request]);
	});

	it('is what Smile calls dataPoints, too', () => {
		expect(
			requestsFor('ACCOUNT_SYNC_TASK_FINISHED', { sourceId: 'a-1', dataPoints: ['INCOMES'] }),
		).toEqual([['/incomes', { sourceId: 'a-1' }]]);
	});

	it.each([
		['INCOMES_UPDATED', '/incomes', { startDate: '2026-01-30', endDate: '2026-03-01' }],
		['EINCOMES_UPDATED', '/eincomes', { startMonth: '2025-12', endMonth: '2026-03' }],
	])('is a range that reaches further on each side for %s', (type, path, range) => {
		const data = {
			accountId: 'a-1',
			updatedFrom: '2026-01-31T00:00:00Z',
			updatedTo: '2026-02-28T00:00:00Z',
		};

		expect(requestsFor(type, data)[0]).toEqual([path, { sourceId: 'a-1', ...range }]);
	});

	it('is the archive too, for a task of an archive', () => {
		const data = { sourceId: 'archive-1', sourceType: 'ARCHIVE', datapoints: [] };

		expect(requestsFor('TASK_FINISHED', data)).toEqual([['/archives/archive-1']]);
	});

	it.each([
		['incomes', [['/incomes', { sourceId: 'a-1' }]]],
		['forms', [['/alpha/forms', { userId: 'u-1' }]]],
	])('is the list of its kind for an item of the output Records: %s', (datapoint, requests) => {
		const data = { userId: 'u-1', sourceId: 'a-1' };

		expect(requestsFor('USER_SESSION_COMPLETED', data, datapoint)).toEqual(requests);
	});
});
