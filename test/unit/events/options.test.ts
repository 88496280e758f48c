import { catalogue } from '../../../nodes/Smile/events/catalogue';
import { eventOptions } from '../../../nodes/Smile/events/options';

describe('the list "Trigger On"', () => {
	it('starts with all events', () => {
		expect(eventOptions[0]).toMatchObject({ name: 'All Events', value: 'ALL_EVENTS' });
	});

	it('offers each known event type once', () => {
		const values = eventOptions.slice(1).map(({ value }) => value);

		expect([...values].sort()).toEqual(Object.keys(catalogue).sort());
	});

	it('is in alphabetical order after its first entry', () => {
		const names = eventOptions.slice(1).map(({ name }) => name);

		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	});

	it('says of each entry when Smile sends it', () => {
		expect(eventOptions.filter(({ description }) => !description)).toEqual([]);
	});
});
