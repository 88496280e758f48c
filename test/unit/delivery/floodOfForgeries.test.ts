import { keeping } from '../../support/signingSecrets';

describe('a flood of forgeries', () => {
	it('costs at most one read a second', async () => {
		const { check, clock, one } = keeping(['a']);
		await check('a');

		const reads: number[] = [];
		one.beforeAnswer = () => void reads.push(clock.now());
		for (; clock.now() < 20_000; clock.turn(5)) {
			expect(await check('forged')).toEqual({ ok: false });
		}

		expect(reads.length).toBeGreaterThan(15);
		expect(reads.slice(1).every((at, index) => at - reads[index] >= 1_000)).toBe(true);
	});

	it('is answered at once after its first second', async () => {
		const { check, clock } = keeping(['a']);
		await check('a');

		for (let count = 0; count < 1_000; count += 1) {
			await check('forged');
			clock.turn(29);
		}

		expect(clock.pauses).toEqual([971]);
	});

	it('costs one read a second while the credential cannot be read', async () => {
		const { check, clock, one } = keeping(['a']);
		one.failing = true;

		for (let count = 0; count < 500; count += 1) {
			await expect(check('forged')).rejects.toThrow('locked');
		}

		expect(one.reads).toBe(2);
		expect(clock.pauses).toEqual([1_000]);
		clock.turn(999);
		await expect(check('a')).rejects.toThrow('locked');
		expect(one.reads).toBe(2);
		clock.turn(1);
		one.failing = false;
		expect(await check('a')).toEqual({ ok: true });
	});

	it('leaves a doubt when the second look fails, and costs genuine ones nothing', async () => {
		const { check, clock, one } = keeping(['a']);
		await check('a');
		one.failing = true;

		for (let count = 0; count < 5; count += 1) {
			await expect(check('b')).rejects.toThrow('locked');
		}
		expect(one.reads).toBe(3);
		expect(await check('a')).toEqual({ ok: true });

		clock.turn(1_000);
		one.failing = false;
		expect(await check('b')).toEqual({ ok: false });
		expect(await check('b')).toEqual({ ok: false });
	});

	it('holds back fifty of its deliveries at most', async () => {
		const { check, clock, one } = keeping(['a'], { pauses: 'until ended' });
		await check('a');
		await check('forged');
		let answers = 0;

		const flood = Array.from({ length: 80 }, async () => {
			await check('forged');
			answers += 1;
		});
		await clock.settle();
		expect(answers).toBe(30);

		clock.endPause();
		await Promise.all(flood);
		expect(one.reads).toBe(3);
	});

	it('that is over for half a minute may be waited for again', async () => {
		const { check, clock } = keeping(['a']);
		const forge = async () => await check('forged');
		await forge();
		await forge();
		await forge();
		expect(clock.pauses).toEqual([1_000]);

		clock.turn(29_499);
		await forge();
		clock.turn(500);
		await forge();
		expect(clock.pauses).toEqual([1_000]);

		clock.turn(1);
		await forge();
		expect(clock.pauses).toEqual([1_000, 499]);
	});
});
