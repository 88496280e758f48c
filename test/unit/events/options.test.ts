import { catalogue } from '../../../nodes/Smile/events/catalogue';
import { datapoints } from '../../../nodes/Smile/events/datapoints';
import {
	datapointOptions,
	eventOptions,
	sourceTypeOptions,
	statusOptions,
} from '../../../nodes/Smile/events/options';

describe('the list "Trigger On"', () => {
	it('starts with all events', () => {
		expect(eventOptions[0]).toMatchObject({ name: 'All Events', value: 'ALL_EVENTS' });
	});

	it('offers each known event type once', () => {
		const values = eventOptions.slice(1).map(({ value }) => value);

		expect([...values].sort()).toEqual(Object.keys(catalogue).sort());
	});

	it('goes on with the two that most workflows begin with', () => {
		expect(eventOptions.slice(1, 3).map(({ value }) => value)).toEqual([
			'TASK_FINISHED',
			'INCOMES_ADDED',
		]);
	});

	it('is in alphabetical order after them', () => {
		const names = eventOptions.slice(3).map(({ name }) => name);

		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	});

	it('says of each entry when Smile sends it', () => {
		expect(eventOptions.filter(({ description }) => !description)).toEqual([]);
	});

	it('says of each that only counts records how to come by them', () => {
		const counting = eventOptions
			.filter(({ description = '' }) =>
				/only counts them: read them with Get Data/.test(description),
			)
			.map(({ value }) => value);

		expect(counting).toEqual(
			eventOptions
				.map(({ value }) => value)
				.filter((value) =>
					Object.values(datapoints).some(({ added, idField }) => added === value && !idField),
				),
		);
		expect(counting).toContain('INCOMES_ADDED');
	});
});

describe('the values of a filter', () => {
	it('are for data those that finished tasks name, under the titles of their events', () => {
		expect(datapointOptions.map(({ value }) => value).sort()).toEqual(
			Object.keys(datapoints).sort(),
		);
		expect(datapointOptions).toContainEqual({ name: 'Estimated Incomes', value: 'EINCOMES' });
		expect(datapointOptions).toContainEqual({ name: 'Link', value: 'LINK' });
	});

	it('are for statuses those of tasks and of records', () => {
		expect(statusOptions.map(({ name, value }) => [name, value])).toEqual([
			['Completed', 'COMPLETED'],
			['Error', 'ERROR'],
			['Failed', 'FAILED'],
			['Succeeded', 'SUCCEEDED'],
		]);
	});

	it('are for source types those that events name', () => {
		expect(sourceTypeOptions.map(({ name, value }) => [name, value])).toEqual([
			['Account', 'ACCOUNT'],
			['Archive', 'ARCHIVE'],
			['Social Security', 'SOCIAL_SECURITY'],
			['Upload', 'UPLOAD'],
		]);
	});
});
