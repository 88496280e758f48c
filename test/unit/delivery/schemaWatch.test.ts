import type { ReceivedEvent } from '../../../nodes/Smile/delivery/parseEvent';
import { SchemaWatch } from '../../../nodes/Smile/delivery/schemaWatch';
import { sampleEvent } from '../../../nodes/Smile/events/sample';

const odd = (type = 'USER_CREATED', id = 'et-1'): ReceivedEvent => ({
	...(sampleEvent('USER_CREATED') as unknown as ReceivedEvent),
	id,
	type,
	data: { userId: 7, secret: 'a wage' },
});

/** Looks at events, and keeps the lines that were logged. */
function watching(now: () => number = () => 0) {
	const watch = new SchemaWatch(now);
	const lines: unknown[][] = [];
	const logger = { info: (...line: unknown[]) => void lines.push(line) } as unknown as Parameters<
		SchemaWatch['look']
	>[0];
	return {
		lines,
		look: (event: ReceivedEvent, node = 'node') => watch.look(logger, node, event),
	};
}

describe('an event whose fields differ from the documentation', () => {
	it('is named in the log with the fields, never with their values', () => {
		const { look, lines } = watching();

		look(odd());

		expect(lines).toEqual([
			[
				expect.stringMatching(
					/^Smile event delivered although fields differ from the documentation: USER_CREATED: data\.userId/,
				),
				{
					eventId: 'et-1',
					eventType: 'USER_CREATED',
					fields: expect.arrayContaining([expect.stringContaining('data.userId')]),
				},
			],
		]);
		expect(JSON.stringify(lines)).not.toContain('wage');
	});

	it('lists several fields one after the other', () => {
		const { look, lines } = watching();

		look({ ...odd(), createdAt: 5 } as ReceivedEvent);

		const [[message, { fields }]] = lines as Array<[string, { fields: string[] }]>;
		expect(fields.length).toBeGreaterThan(1);
		expect(message.endsWith(`: ${fields.join(', ')}`)).toBe(true);
	});

	it('is looked at once a minute for each node and type', () => {
		let now = 1_000_000;
		const { look, lines } = watching(() => now);
		look(odd());
		look(odd());
		expect(lines).toHaveLength(1);

		look(odd(), 'other node');
		look(odd('USER_SESSION_STARTED'));
		const others = lines.length;
		expect(others).toBeGreaterThan(1);

		now += 59_999;
		look(odd());
		expect(lines).toHaveLength(others);

		now += 1;
		look(odd());
		expect(lines).toHaveLength(others + 1);

		now -= 60_000;
		look(odd());
		expect(lines).toHaveLength(others + 2);
	});

	it('is remembered for 10,000 nodes and types, and then anew', () => {
		const { look, lines } = watching();
		for (let node = 0; node < 10_000; node += 1) look(odd(), `node-${node}`);
		look(odd(), 'node-0');
		expect(lines).toHaveLength(10_000);

		look(odd(), 'node-10000');
		look(odd(), 'node-0');

		expect(lines).toHaveLength(10_002);
	});
});

describe('an event as documented, or of a type added later', () => {
	it.each([sampleEvent('USER_CREATED') as unknown as ReceivedEvent, odd('ADDED_LATER')])(
		'leaves no line',
		(event) => {
			const { look, lines } = watching();

			look(event);

			expect(lines).toEqual([]);
		},
	);
});
