import { SigningSecrets } from '../../../nodes/Smile/delivery/signingSecrets';
import { credential, signedWith, turnsOfClock } from '../../support/signingSecrets';

describe('a flood of forgeries', () => {
	it('costs at most one read a second', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));

		const reads: number[] = [];
		one.beforeAnswer = () => void reads.push(clock.now());
		for (; clock.now() < 20_000; clock.turn(5)) {
			expect(await kept.check('node', one.read, signedWith('forged'))).toEqual({ ok: false });
		}

		expect(reads.length).toBeGreaterThan(15);
		expect(reads.slice(1).every((at, index) => at - reads[index] >= 1_000)).toBe(true);
	});

	it('is answered at once after its first second', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));

		for (let count = 0; count < 1_000; count += 1) {
			await kept.check('node', one.read, signedWith('forged'));
			clock.turn(29);
		}

		expect(clock.pauses).toEqual([971]);
	});

	it('costs one read a second while the credential cannot be read', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		one.failing = true;

		for (let count = 0; count < 500; count += 1) {
			await expect(kept.check('node', one.read, signedWith('forged'))).rejects.toThrow('locked');
		}

		expect(one.reads).toBe(2);
		expect(clock.pauses).toEqual([1_000]);
		clock.turn(999);
		await expect(kept.check('node', one.read, signedWith('a'))).rejects.toThrow('locked');
		expect(one.reads).toBe(2);
		clock.turn(1);
		one.failing = false;
		expect(await kept.check('node', one.read, signedWith('a'))).toEqual({ ok: true });
	});

	it('leaves a doubt when the second look fails, and costs genuine ones nothing', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));
		one.failing = true;

		for (let count = 0; count < 5; count += 1) {
			await expect(kept.check('node', one.read, signedWith('b'))).rejects.toThrow('locked');
		}
		expect(one.reads).toBe(3);
		expect(await kept.check('node', one.read, signedWith('a'))).toEqual({ ok: true });

		clock.turn(1_000);
		one.failing = false;
		expect(await kept.check('node', one.read, signedWith('b'))).toEqual({ ok: false });
		expect(await kept.check('node', one.read, signedWith('b'))).toEqual({ ok: false });
	});

	it('holds back fifty of its deliveries at most', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.manualPause);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));
		await kept.check('node', one.read, signedWith('forged'));
		let answers = 0;

		const flood = Array.from({ length: 80 }, async () => {
			await kept.check('node', one.read, signedWith('forged'));
			answers += 1;
		});
		await clock.settle();
		expect(answers).toBe(30);

		clock.endPause();
		await Promise.all(flood);
		expect(one.reads).toBe(3);
	});

	it('that is over for half a minute may be waited for again', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		const forge = async () => await kept.check('node', one.read, signedWith('forged'));
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
