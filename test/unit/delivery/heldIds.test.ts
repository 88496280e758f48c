import { HeldIds } from '../../../nodes/Smile/delivery/heldIds';

/** An answer that the test gives when it likes. */
function pendingAnswer() {
	let give: (accepted: boolean) => void = () => {};
	const answered = new Promise<boolean>((resolve) => (give = resolve));
	return { give, answered };
}

const never = new Promise<boolean>(() => {});

/** Holds an id and returns what is held. */
function held(ids: HeldIds, id: string, answered = never) {
	ids.hold(id, answered);
	const one = ids.find(id);
	if (!one) throw new Error(`${id} is not held`);
	return one;
}

describe('an id that is held', () => {
	it('is found until it is released', () => {
		const ids = new HeldIds();
		ids.hold('et-1', never);
		expect(ids.find('et-1')).toBeDefined();
		expect(ids.find('et-2')).toBeUndefined();
		expect(ids.size).toBe(1);

		ids.release('et-1', never);

		expect(ids.find('et-1')).toBeUndefined();
		expect(ids.size).toBe(0);
	});

	it('is not released by an earlier delivery that was let go', () => {
		const ids = new HeldIds();
		ids.hold('et-1', pendingAnswer().answered);
		ids.hold('et-1', never);

		ids.release('et-1', pendingAnswer().answered);
		ids.release('et-2', never);

		expect(ids.find('et-1')).toBeDefined();
	});

	it('is let go first of 10,001, which is the one held longest', () => {
		const ids = new HeldIds();
		for (let id = 0; id < 10_000; id += 1) ids.hold(`et-${id}`, never);
		expect(ids.find('et-0')).toBeDefined();

		ids.hold('one more', never);

		expect(ids.size).toBe(10_000);
		expect(ids.find('et-0')).toBeUndefined();
		expect(ids.find('et-1')).toBeDefined();
		expect(ids.find('one more')).toBeDefined();
	});
});

describe('waiting for the outcome of an id', () => {
	it('lasts until the answer, whichever it is', async () => {
		const ids = new HeldIds();
		const { answered, give } = pendingAnswer();
		const waiting = ids.wait(held(ids, 'et-1', answered));

		give(false);

		expect(await waiting).toBe(true);
	});

	it('is refused to the 51st delivery of one event', async () => {
		const ids = new HeldIds();
		const { answered, give } = pendingAnswer();
		const one = held(ids, 'et-1', answered);
		const waiting = Array.from({ length: 50 }, async () => await ids.wait(one));

		expect(await ids.wait(one)).toBe(false);

		give(true);
		expect(await Promise.all(waiting)).toEqual(Array.from({ length: 50 }, () => true));
	});

	it('is refused to the 1,001st delivery of all events, until others went on', async () => {
		const ids = new HeldIds();
		const first = pendingAnswer();
		for (let id = 0; id < 20; id += 1) {
			const one = held(ids, `et-${id}`, id === 0 ? first.answered : never);
			for (let count = 0; count < 50; count += 1) void ids.wait(one);
		}
		const other = pendingAnswer();
		const one = held(ids, 'one more', other.answered);
		expect(await ids.wait(one)).toBe(false);

		first.give(true);
		await first.answered;
		const waiting = ids.wait(one);
		other.give(true);

		expect(await waiting).toBe(true);
	});
});
