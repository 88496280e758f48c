import fc from 'fast-check';

import { eventInput } from '../../../nodes/Smile/events/eventInput';
import { toItems } from '../../../nodes/Smile/delivery/toItems';
import { catalogue } from '../../../nodes/Smile/events/catalogue';
import type { SmileEventType } from '../../../nodes/Smile/events/event';
import { sampleEvent } from '../../../nodes/Smile/events/sample';

const types = Object.keys(catalogue) as SmileEventType[];
const sampleOf = (type: SmileEventType) => JSON.parse(JSON.stringify(sampleEvent(type)));

describe('an event read back from an item of the trigger', () => {
	it.each(types)('is whole for %s, in the form Event and in the form Simplified', (type) => {
		const { id, createdAt, data } = sampleOf(type);
		const [simplified] = toItems(sampleOf(type), 'simplified');

		expect(eventInput(sampleOf(type))).toEqual({ id, type, createdAt, data });
		expect(eventInput(simplified?.json)).toEqual({ id, type, createdAt, data });
	});

	it('keeps a field of data that has the name of one around it', () => {
		const event = {
			...sampleOf('USER_CREATED'),
			data: { userId: 'u', category: 'x', createdAt: 'y' },
		};
		const [simplified] = toItems(event, 'simplified');

		expect(eventInput(simplified?.json)?.data).toEqual(event.data);
	});

	it('names the kind of data and its source in the form Records', () => {
		const [first] = toItems(sampleOf('TASK_FINISHED'), 'records');

		expect(eventInput(first?.json)).toMatchObject({
			type: 'TASK_FINISHED',
			datapoint: 'identity',
			data: { sourceId: sampleOf('TASK_FINISHED').data.sourceId },
		});
	});

	it.each([
		{ id: 'task-1', type: 'LINK_ACCOUNT', startedAt: '2026-03-04T05:06:07Z', metadata: {} },
		{ id: 'archive-1', type: 'PAYSLIP', createdAt: '2026-03-04T05:06:07Z', state: {} },
		{ id: 'et-1', type: 'LATER', data: [] },
	])('is none for another thing of Smile that has an id and a type: %j', (json) => {
		expect(eventInput(json)).toBeUndefined();
		expect(eventInput(JSON.stringify(json))).toBeUndefined();
	});

	it('may be of a type that this release does not know, or without data', () => {
		expect(eventInput({ id: 'et-1', type: 'LATER', data: {} })).toBeDefined();
		expect(eventInput({ id: 'et-1', type: 'USER_CREATED' })).toBeDefined();
	});

	it('is none for whatever else arrives, which never throws', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				expect(eventInput(value)).toBeUndefined();
			}),
		);
		expect(eventInput('{"id":')).toBeUndefined();
	});
});
