import { triggerFields, triggerParameters } from '../../../nodes/Smile/delivery/triggerParameters';

type Context = Parameters<typeof triggerFields>[0];

/** What n8n says of a trigger's parameters; a function throws, as n8n does at a faulty expression. */
function contextWith(
	given: Record<string, unknown>,
	stored: Record<string, unknown>,
	debug: (...said: unknown[]) => void = () => {},
): Context {
	return {
		logger: { debug },
		getNode: () => ({ parameters: stored }),
		getNodeParameter: (name: string, fallback?: unknown) => {
			const value = name in given ? given[name] : fallback;
			return typeof value === 'function' ? (value as () => unknown)() : value;
		},
	} as unknown as Context;
}

const throws = () => {
	throw new Error('invalid syntax');
};
const events = ['B', 'A'];

describe("the trigger's parameters", () => {
	it('have the defaults that the editor shows', () => {
		expect(triggerParameters(contextWith({ events }, {}))).toEqual({
			ok: true,
			value: {
				eventTypes: ['B', 'A'],
				includePayload: false,
				ignoreDuplicates: true,
				output: 'event',
				providers: undefined,
				userIds: undefined,
				datapoints: undefined,
				statuses: undefined,
				sourceTypes: undefined,
				sampleInTests: false,
				smileIpOnly: false,
				webhookName: '',
			},
		});
	});

	it('are each read by themselves when n8n cannot give all at once', () => {
		const stored = { userIds: '={{ foo( }}', smileIpOnly: true };
		const given = {
			events,
			options: throws,
			'options.userIds': throws,
			'options.smileIpOnly': true,
		};

		const fields = triggerFields(contextWith(given, { options: stored }));

		expect(fields).toMatchObject({
			userIds: { ok: false, problem: 'User IDs could not be read' },
			providers: { ok: true, value: undefined },
			smileIpOnly: { ok: true, value: true },
			ignoreDuplicates: { ok: true, value: true },
		});
	});

	it('that could not be read stand in the log, each with its reason', () => {
		const stored = { options: { userIds: '={{ foo( }}' } };
		const said: unknown[] = [];

		triggerFields(
			contextWith({ events, options: throws, 'options.userIds': throws }, stored, (...line) =>
				said.push(line),
			),
		);

		const why = { reason: 'invalid syntax' };
		expect(said).toEqual([
			['Not all options of a Smile Trigger could be read at once', why],
			['The parameter options.userIds of a Smile Trigger could not be read', why],
		]);
	});

	it.each([
		[throws, '={{ foo( }}'],
		[throws, undefined],
		['text', 'text'],
		[null, null],
		[[], []],
	])('are unknown when nobody can say what was added: %p', (options, stored) => {
		const fields = triggerFields(contextWith({ events, options }, { options: stored }));

		const unknown = { ok: false, problem: 'Options could not be read' };
		expect(fields).toMatchObject({ userIds: unknown, smileIpOnly: unknown, eventTypes: unknown });
	});

	it.each([
		[{ includePayload: 'perhaps' }, 'Include Payload is neither true nor false'],
		[{ ignoreDuplicates: 2 }, 'Ignore Duplicates is neither true nor false'],
		[{ sampleInTests: {} }, 'Sample Event in Test Runs is neither true nor false'],
		[{ smileIpOnly: null }, 'Only From Smile Address is neither true nor false'],
		[{ output: 'rows' }, 'Output is none of event, simplified, records'],
		[{ webhookName: {} }, 'Webhook Name holds an object, not text'],
		[{ otherEventTypes: [] }, 'Other Event Types holds nothing'],
	])('that make no sense are named: %j', (options, problem) => {
		const read = triggerParameters(contextWith({ events, options }, { options }));

		expect(read).toEqual({ ok: false, problem: expect.stringContaining(problem) });
	});

	it('may have other types left empty, and a name with spaces around it', () => {
		const options = { otherEventTypes: '', webhookName: '  Payroll ' };

		expect(triggerParameters(contextWith({ events, options }, { options }))).toMatchObject({
			ok: true,
			value: { eventTypes: events, webhookName: 'Payroll' },
		});
	});
});
