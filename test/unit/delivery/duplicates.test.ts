import { sleep } from 'n8n-workflow';

import { Duplicates } from '../../../nodes/Smile/delivery/duplicates';

/** An answer that the test gives when it likes. */
function pendingAnswer() {
	let give: (accepted: boolean) => void = () => {};
	const answered = new Promise<boolean>((resolve) => (give = resolve));
	return { give, whenAnswered: async () => await answered };
}

const accepted = async () => await Promise.resolve(true);
const failed = async () => await Promise.resolve(false);

/** Lets every promise that can go on do so. */
const settle = async () => await sleep(1);

describe('an event id', () => {
	it('is a duplicate once its delivery was answered with 2xx', async () => {
		const duplicates = new Duplicates();

		expect(await duplicates.isDuplicate('node', 'et-1', accepted)).toBe(false);
		expect(await duplicates.isDuplicate('node', 'et-1', accepted)).toBe(true);
		expect(await duplicates.isDuplicate('node', 'et-2', accepted)).toBe(false);
	});

	it('is no duplicate after a delivery that failed', async () => {
		const duplicates = new Duplicates();

		expect(await duplicates.isDuplicate('node', 'et-1', failed)).toBe(false);
		expect(await duplicates.isDuplicate('node', 'et-1', accepted)).toBe(false);
		expect(await duplicates.isDuplicate('node', 'et-1', accepted)).toBe(true);
	});

	it('waits while the first delivery is being answered', async () => {
		const duplicates = new Duplicates();
		const first = pendingAnswer();
		await duplicates.isDuplicate('node', 'et-1', first.whenAnswered);
		let verdict: boolean | undefined;

		const second = duplicates
			.isDuplicate('node', 'et-1', accepted)
			.then((isDuplicate) => (verdict = isDuplicate));
		await settle();
		expect(verdict).toBeUndefined();

		first.give(true);
		expect(await second).toBe(true);
	});

	it('lets exactly one of many waiting deliveries go on after a failure', async () => {
		const duplicates = new Duplicates();
		const first = pendingAnswer();
		await duplicates.isDuplicate('node', 'et-1', first.whenAnswered);

		const waiting = Array.from(
			{ length: 20 },
			async () => await duplicates.isDuplicate('node', 'et-1', accepted),
		);
		first.give(false);
		const verdicts = await Promise.all(waiting);

		expect(verdicts.filter((isDuplicate) => !isDuplicate)).toHaveLength(1);
	});

	it('belongs to one node', async () => {
		const duplicates = new Duplicates();
		await duplicates.isDuplicate('node', 'et-1', accepted);

		expect(await duplicates.isDuplicate('other node', 'et-1', accepted)).toBe(false);
	});

	it('is free again when its node is forgotten', async () => {
		const duplicates = new Duplicates();
		await duplicates.isDuplicate('node', 'et-1', accepted);

		duplicates.forget('node');

		expect(await duplicates.isDuplicate('node', 'et-1', accepted)).toBe(false);
	});
});

describe('the memory for event ids', () => {
	const minutes = (count: number) => count * 60_000;

	it('lasts for ten minutes however many ids n8n can execute in that time', async () => {
		let now = 0;
		const duplicates = new Duplicates(() => now);
		for (let id = 0; id < 29_000; id += 1) {
			now += 20;
			await duplicates.isDuplicate('node', `et-${id}`, accepted);
		}

		expect(await duplicates.isDuplicate('node', 'et-0', accepted)).toBe(true);
	});

	it('lasts for 10,000 ids however long they take', async () => {
		let now = 0;
		const duplicates = new Duplicates(() => now);
		for (let id = 0; id < 10_000; id += 1) {
			now += minutes(1);
			await duplicates.isDuplicate('node', `et-${id}`, accepted);
		}

		expect(await duplicates.isDuplicate('node', 'et-0', accepted)).toBe(true);
	});

	it('is bounded', async () => {
		let now = 0;
		const duplicates = new Duplicates(() => now);
		await duplicates.isDuplicate('node', 'the first', accepted);
		for (let id = 0; id < 60_001; id += 1) {
			now += 1;
			await duplicates.isDuplicate('node', `et-${id}`, accepted);
		}

		expect(await duplicates.isDuplicate('node', 'the first', accepted)).toBe(false);
	});

	it('drops a node that got nothing for an hour, when another one starts', async () => {
		let now = 0;
		const duplicates = new Duplicates(() => now);
		await duplicates.isDuplicate('node', 'et-1', accepted);

		now += minutes(61);
		await duplicates.isDuplicate('other node', 'et-2', accepted);

		expect(await duplicates.isDuplicate('node', 'et-1', accepted)).toBe(false);
	});
});
