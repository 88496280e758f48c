import { DeliveryLog } from '../../../nodes/Smile/delivery/deliveryLog';

function capturingLogger() {
	const lines: Array<{ level: string; message: string; metadata: unknown }> = [];
	const write = (level: string) => (message: string, metadata?: unknown) => {
		lines.push({ level, message, metadata });
	};
	return {
		lines,
		logger: {
			debug: write('debug'),
			info: write('info'),
			warn: write('warn'),
			error: write('error'),
		} as unknown as Parameters<DeliveryLog['write']>[0],
	};
}

const metadata = { workflowId: 'wf-1', nodeId: 'node-1', nodeName: 'Smile Trigger' };
const node = { trigger: 'wf-1/node-1/id-1', ...metadata };
const forged = { outcome: 'rejected', reason: 'signature does not match' } as const;

describe('the log of deliveries', () => {
	it('has one line for a delivery that started nothing', () => {
		const { lines, logger } = capturingLogger();

		new DeliveryLog().write(logger, node, { ...forged, outcome: 'ignored', eventId: 'et-1' });

		expect(lines).toEqual([
			{
				level: 'info',
				message: 'Smile delivery ignored: signature does not match (count=1, node="Smile Trigger")',
				metadata: expect.objectContaining({
					...metadata,
					outcome: 'ignored',
					count: 1,
					eventId: 'et-1',
				}),
			},
		]);
	});

	it('is bounded under a flood and loses no count', () => {
		let now = 0;
		const { lines, logger } = capturingLogger();
		const log = new DeliveryLog(() => now);

		for (; now < 180_000; now += 10) log.write(logger, node, forged);
		log.write(logger, node, forged);

		const counts = lines.map(({ metadata }) => (metadata as { count: number }).count);
		expect(counts).toEqual([1, 6_000, 6_000, 6_000]);
	});

	it('tells triggers and reasons apart', () => {
		const { lines, logger } = capturingLogger();
		const log = new DeliveryLog(() => 0);

		log.write(logger, node, forged);
		log.write(logger, { ...node, trigger: 'wf-1/node-1/id-2' }, forged);
		log.write(logger, node, { ...forged, reason: 'no signature header' });
		log.write(logger, node, forged);

		expect(lines).toHaveLength(3);
	});

	it.each([
		['rejected', 'warn'],
		['failed', 'warn'],
		['accepted', 'warn'],
		['ignored', 'info'],
	] as const)('says %s at level %s', (outcome, level) => {
		const { lines, logger } = capturingLogger();

		new DeliveryLog().write(logger, node, { outcome, reason: 'a reason' });

		expect(lines.map((line) => line.level)).toEqual([level]);
	});

	it('tells workflows and outcomes apart', () => {
		const { lines, logger } = capturingLogger();
		const log = new DeliveryLog(() => 0);

		log.write(logger, node, forged);
		log.write(logger, { ...node, trigger: 'wf-2/node-1/id-1' }, forged);
		log.write(logger, node, { ...forged, outcome: 'failed' });

		expect(lines).toHaveLength(3);
	});

	it('has the next line a minute after the last, also when the clock was set back', () => {
		let now = 1_000_000;
		const { lines, logger } = capturingLogger();
		const log = new DeliveryLog(() => now);
		log.write(logger, node, forged);

		now += 59_999;
		log.write(logger, node, forged);
		expect(lines).toHaveLength(1);

		now += 1;
		log.write(logger, node, forged);
		expect(lines).toHaveLength(2);

		now -= 60_000;
		log.write(logger, node, forged);
		expect(lines).toHaveLength(3);
	});

	it('counts 10,000 nodes and reasons at once, and then anew', () => {
		const { lines, logger } = capturingLogger();
		const log = new DeliveryLog(() => 0);
		const write = (id: number) =>
			log.write(logger, { ...node, trigger: `wf-1/node-${id}` }, forged);
		for (let id = 0; id < 10_000; id += 1) write(id);

		write(0);
		expect(lines).toHaveLength(10_000);

		write(10_000);
		write(0);
		expect(lines).toHaveLength(10_002);
	});
});
