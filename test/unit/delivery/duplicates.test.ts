import { sleep } from 'n8n-workflow';

import { Duplicates } from '../../../nodes/Smile/delivery/duplicates';

/** An answer that the test gives when it likes. */
function pendingAnswer() {
	let give: (accepted: boolean) => void = () => {};
	const answered = new Promise<boolean>((resolve) => (give = resolve));
	return { give, answered };
}

const accepted = () => Promise.resolve(true);
const failed = () => Promise.resolve(false);
const never = new Promise<boolean>(() => {});

/** Lets every promise that can go on do so. */
const settle = async () => await sleep(1);

describe('an event id', () => {
	it('is a duplicate once its delivery was answered with 2xx', async () => {
		const duplicates = new Duplicates();

		expect(await duplicates.judge('node', 'et-1', accepted())).toBe('new');
		expect(await duplicates.judge('node', 'et-1', accepted())).toBe('duplicate');
		expect(await duplicates.judge('node', 'et-2', accepted())).toBe('new');
	});

	it('is new again after a delivery that failed', async () => {
		const duplicates = new Duplicates();

		expect(await duplicates.judge('node', 'et-1', failed())).toBe('new');
		expect(await duplicates.judge('node', 'et-1', accepted())).toBe('new');
		expect(await duplicates.judge('node', 'et-1', accepted())).toBe('duplicate');
	});

	it('waits while the first delivery is being answered', async () => {
		const duplicates = new Duplicates();
		const first = pendingAnswer();
		await duplicates.judge('node', 'et-1', first.answered);
		let verdict: string | undefined;

		const second = duplicates
			.judge('node', 'et-1', accepted())
			.then((outcome) => (verdict = outcome));
		await settle();
		expect(verdict).toBeUndefined();

		first.give(true);
		expect(await second).toBe('duplicate');
	});

	it('lets exactly one of many waiting deliveries go on after a failure', async () => {
		const duplicates = new Duplicates();
		const first = pendingAnswer();
		await duplicates.judge('node', 'et-1', first.answered);

		const waiting = Array.from(
			{ length: 20 },
			async () => await duplicates.judge('node', 'et-1', accepted()),
		);
		first.give(false);
		const verdicts = await Promise.all(waiting);

		expect(verdicts.filter((verdict) => verdict === 'new')).toHaveLength(1);
		expect(verdicts.filter((verdict) => verdict === 'duplicate')).toHaveLength(19);
	});

	it('that too many wait for is to be sent again', async () => {
		const duplicates = new Duplicates();
		await duplicates.judge('node', 'et-1', never);
		for (let count = 0; count < 50; count += 1) void duplicates.judge('node', 'et-1', accepted());

		expect(await duplicates.judge('node', 'et-1', accepted())).toBe('busy');
		expect(await duplicates.judge('node', 'et-2', accepted())).toBe('new');
	});

	it('belongs to one node', async () => {
		const duplicates = new Duplicates();
		await duplicates.judge('node', 'et-1', accepted());

		expect(await duplicates.judge('other node', 'et-1', accepted())).toBe('new');
	});

	it('is free again when its node is forgotten', async () => {
		const duplicates = new Duplicates();
		await duplicates.judge('node', 'et-1', accepted());

		duplicates.forget('node');

		expect(await duplicates.judge('node', 'et-1', accepted())).toBe('new');
	});

	it('whose delivery was let go is a duplicate once that was accepted all the same', async () => {
		const duplicates = new Duplicates();
		const first = pendingAnswer();
		await duplicates.judge('node', 'the first', first.answered);
		for (let id = 0; id < 10_000; id += 1) void duplicates.judge('node', `et-${id}`, never);

		first.give(true);
		await settle();

		expect(await duplicates.judge('node', 'the first', accepted())).toBe('duplicate');
	});
});

describe('the memory for event ids', () => {
	const minutes = (count: number) => count * 60_000;

	it('is bounded', async () => {
		const duplicates = new Duplicates(() => 0);
		await duplicates.judge('node', 'the first', accepted());
		for (let id = 0; id < 60_001; id += 1) {
			await duplicates.judge('node', `et-${id}`, accepted());
		}

		expect(await duplicates.judge('node', 'the first', accepted())).toBe('new');
	});

	it('counts an id from the time of its answer', async () => {
		let now = 0;
		const duplicates = new Duplicates(() => now);
		const first = pendingAnswer();
		await duplicates.judge('node', 'the first', first.answered);
		for (let id = 0; id < 60_001; id += 1) {
			await duplicates.judge('node', `et-${id}`, accepted());
		}

		first.give(true);
		now += 1;
		await settle();

		expect(await duplicates.judge('node', 'the first', accepted())).toBe('duplicate');
	});

	it.each([
		{ idle: minutes(60) + 1, verdict: 'new' },
		{ idle: minutes(60), verdict: 'duplicate' },
	])(
		'of a node that got nothing for $idle ms, when another one starts, says $verdict',
		async ({ idle, verdict }) => {
			let now = 0;
			const duplicates = new Duplicates(() => now);
			await duplicates.judge('node', 'et-0', accepted());
			now += minutes(60);
			await duplicates.judge('node', 'et-1', accepted());

			now += idle;
			await duplicates.judge('other node', 'et-2', accepted());

			expect(await duplicates.judge('node', 'et-1', accepted())).toBe(verdict);
		},
	);

	it('of a node that is still answering a delivery stays', async () => {
		let now = 0;
		const duplicates = new Duplicates(() => now);
		const first = pendingAnswer();
		await duplicates.judge('node', 'et-1', first.answered);

		now += minutes(61);
		await duplicates.judge('other node', 'et-2', accepted());
		const second = duplicates.judge('node', 'et-1', accepted());
		first.give(true);

		expect(await second).toBe('duplicate');
	});
});
