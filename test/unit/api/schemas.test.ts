import { answerEnvelope, page, webhook } from '../../../nodes/Smile/api/schemas';
import { z } from 'zod/v4';

describe('an answer of Smile’s', () => {
	it.each([
		[{ code: 'OK' }, true],
		[{ code: 'OK', message: 'Success', requestId: 'r', data: null, later: 1 }, true],
		[{}, false],
		[{ code: 200 }, false],
		[{ code: 'OK', message: 7 }, false],
		[{ code: 'OK', requestId: {} }, false],
		['OK', false],
	])('is known by its envelope: %j is one: %s', (body, isOne) => {
		expect(answerEnvelope.safeParse(body).success).toBe(isOne);
	});
});

describe('a page of a list', () => {
	it.each([
		[{ items: [1, 'a'] }, { items: [1, 'a'] }],
		[
			{ items: [], nextCursor: null },
			{ items: [], nextCursor: null },
		],
		[
			{ items: [], nextCursor: 'c' },
			{ items: [], nextCursor: 'c' },
		],
		[
			{ items: [], nextCursor: 20 },
			{ items: [], nextCursor: '20' },
		],
		[{ nextCursor: 'c' }, undefined],
		[{ items: [], nextCursor: true }, undefined],
	])('is read from %j', (data, read) => {
		expect(page.safeParse(data).data).toEqual(read);
	});
});

describe('a webhook', () => {
	it('is shown in the editor with what its fields mean', () => {
		const { properties = {} } = z.toJSONSchema(webhook, { io: 'input', unrepresentable: 'any' });

		const shown = Object.entries(properties).map(([name, field]) => [
			name,
			typeof field === 'object' ? field.description : field,
		]);

		expect(Object.fromEntries(shown)).toEqual({
			id: 'Id of the webhook at Smile',
			name: 'Name shown in the Smile portal',
			url: 'Address Smile delivers to',
			eventTypes: 'Event types that are delivered',
			active: 'Whether Smile delivers to it',
			includePayload: 'Whether finished tasks carry their data',
			secret: undefined,
			createdAt: 'When it was created',
			updatedAt: 'When it was last changed',
		});
	});

	it.each([
		[{ id: 'w-1', url: 'u' }, { eventTypes: [] }],
		[
			{ id: 'w-1', url: 'u', eventTypes: [7], later: 1 },
			{ eventTypes: [], later: 1 },
		],
		[{ id: 'w-1', url: 'u', eventTypes: ['A'], active: null, name: null }, { eventTypes: ['A'] }],
	])('is read from %j', (given, more) => {
		expect(webhook.safeParse(given).data).toEqual({ ...given, ...more });
	});

	it.each([[{ url: 'u' }], [{ id: '', url: 'u' }], [{ id: 'w-1' }], [null]])(
		'is none without what identifies it: %j',
		(given) => {
			expect(webhook.safeParse(given).success).toBe(false);
		},
	);
});
