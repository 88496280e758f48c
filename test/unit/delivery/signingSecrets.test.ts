import { SigningSecrets } from '../../../nodes/Smile/delivery/signingSecrets';
import { credential, signedWith, turnsOfClock } from '../../support/signingSecrets';

const minute = 60_000;

describe('signing secrets', () => {
	it('are read once for many deliveries within a minute', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');

		for (; clock.now() < minute; clock.turn(500)) {
			await kept.check('node', one.read, signedWith('a'));
		}
		expect(one.reads).toBe(1);

		await kept.check('node', one.read, signedWith('a'));
		expect(one.reads).toBe(2);
	});

	it('are read once for deliveries that arrive together', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');

		const verdicts = await Promise.all(
			Array.from({ length: 50 }, async () => await kept.check('node', one.read, signedWith('a'))),
		);

		expect(verdicts.every(({ ok }) => ok)).toBe(true);
		expect(one.reads).toBe(1);
	});

	it('are read for each node', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		const other = credential('b');
		await kept.check('node', one.read, signedWith('a'));

		const verdict = await kept.check('other node', other.read, signedWith('a'));

		expect(verdict).toEqual({ ok: false });
		expect([one.reads, other.reads]).toEqual([1, 1]);
	});

	it('are read anew at once for a delivery that fails under the kept ones', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));

		clock.turn(10);
		one.secrets = ['new', 'old'];

		expect(await kept.check('node', one.read, signedWith('new'))).toEqual({ ok: true });
		expect(one.reads).toBe(2);
		expect(clock.pauses).toEqual([]);
	});

	it('are not tried twice when reading anew finds the same ones', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a', 'b');
		await kept.check('node', one.read, signedWith('a'));
		let tries = 0;

		clock.turn(10);
		await kept.check('node', one.read, () => ({ ok: (tries += 1) < 0 }));

		expect(one.reads).toBe(2);
		expect(tries).toBe(1);
	});

	it.each([[['a', 'c']], [['a']], [['a', 'b', 'c']], [[]]])(
		'are tried once more when reading anew finds %j instead',
		async (others) => {
			const clock = turnsOfClock();
			const kept = new SigningSecrets(clock.now, clock.pause);
			const one = credential('a', 'b');
			await kept.check('node', one.read, signedWith('a'));
			const tried: Array<readonly string[]> = [];

			one.secrets = others;
			await kept.check('node', one.read, (secrets) => ({ ok: tried.push(secrets) < 0 }));

			expect(tried).toEqual([['a', 'b'], others]);
		},
	);

	it('are no longer accepted at the latest a minute after they left the credential', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));
		one.secrets = ['new'];

		clock.turn(minute - 1);
		expect(await kept.check('node', one.read, signedWith('old'))).toEqual({ ok: true });

		clock.turn(1);
		expect(await kept.check('node', one.read, signedWith('old'))).toEqual({ ok: false });
	});

	it('are as old as the beginning of their read', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		one.beforeAnswer = () => clock.turn(minute);

		await kept.check('node', one.read, signedWith('a'));
		await kept.check('node', one.read, signedWith('a'));

		expect(one.reads).toBe(2);
	});

	it('are gone when their node is forgotten', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));

		kept.forget('node');
		one.secrets = [];

		expect(await kept.check('node', one.read, signedWith('a'))).toEqual({ ok: false });
	});

	it('of a node nobody asked for in a minute leave memory when another one starts', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));
		await kept.check('a node in use', one.read, signedWith('a'));
		expect(kept.size).toBe(2);

		clock.turn(minute - 1);
		await kept.check('a node in use', one.read, signedWith('b'));
		clock.turn(1);
		await kept.check('a third node', one.read, signedWith('a'));

		expect(kept.size).toBe(2);
		one.failing = true;
		await expect(kept.check('node', one.read, signedWith('a'))).rejects.toThrow('locked');
		expect(await kept.check('a node in use', one.read, signedWith('a'))).toEqual({ ok: true });
	});

	it('of a node whose read is under way stay when another one starts', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		const gate = one.hold();
		const first = kept.check('node', one.read, signedWith('a'));

		await kept.check('other node', credential('b').read, signedWith('b'));
		const second = kept.check('node', one.read, signedWith('a'));
		gate.open(['a']);

		expect([await first, await second]).toEqual([{ ok: true }, { ok: true }]);
		expect(one.reads).toBe(1);
	});

	it('of a node for which somebody waits stay when another one starts', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.manualPause);
		const one = credential('a');
		one.failing = true;
		await expect(kept.check('node', one.read, signedWith('a'))).rejects.toThrow('locked');
		const waiting = kept.check('node', one.read, signedWith('a'));
		await clock.settle();

		await kept.check('other node', credential('b').read, signedWith('b'));
		const second = kept.check('node', one.read, signedWith('a'));
		one.failing = false;
		clock.endPause();

		expect([await waiting, await second]).toEqual([{ ok: true }, { ok: true }]);
		expect(one.reads).toBe(2);
	});

	it('are read anew after the clock was set back', async () => {
		const clock = turnsOfClock(1_000_000_000);
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));

		clock.turn(-1);
		await kept.check('node', one.read, signedWith('a'));
		expect(one.reads).toBe(2);

		await kept.check('node', one.read, signedWith('forged'));
		clock.turn(-86_400_000);
		await kept.check('node', one.read, signedWith('forged'));
		expect(one.reads).toBe(4);
		expect(clock.pauses).toEqual([]);
	});
});

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

describe('a genuine delivery right after a rotation', () => {
	it('is accepted though it joins a read that began before the rotation', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('old');
		const gate = one.hold();
		const forged = kept.check('node', one.read, signedWith('forged'));
		const genuine = kept.check('node', one.read, signedWith('new'));

		one.secrets = ['new'];
		gate.open(['old']);

		expect(await forged).toEqual({ ok: false });
		expect(await genuine).toEqual({ ok: true });
		expect(one.reads).toBe(2);
	});

	it('waits for the next read when a forger has used up the one of this second', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));
		await kept.check('node', one.read, signedWith('forged'));

		one.secrets = ['new'];
		clock.turn(200);
		const verdict = await kept.check('node', one.read, signedWith('new'));

		expect(verdict).toEqual({ ok: true });
		expect(clock.pauses).toEqual([800]);
		expect(one.reads).toBe(3);
	});

	it('shares that read with others', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));
		await kept.check('node', one.read, signedWith('forged'));

		one.secrets = ['new'];
		const verdicts = await Promise.all(
			Array.from({ length: 50 }, async () => await kept.check('node', one.read, signedWith('new'))),
		);

		expect(verdicts.every(({ ok }) => ok)).toBe(true);
		expect(one.reads).toBe(3);
		expect(clock.pauses).toHaveLength(1);
	});

	it('costs the next rotation no patience', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('0');
		await kept.check('node', one.read, signedWith('0'));
		await kept.check('node', one.read, signedWith('forged'));

		for (let number = 1; number < 60; number += 1) {
			const secret = String(number);
			one.secrets = [secret];
			expect(await kept.check('node', one.read, signedWith(secret))).toEqual({ ok: true });
		}
		expect(clock.pauses).toHaveLength(59);
	});

	it('uses a read that somebody else began while it waited', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.manualPause);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));
		await kept.check('node', one.read, signedWith('forged'));
		one.secrets = ['new'];
		const waiting = kept.check('node', one.read, signedWith('new'));
		await clock.settle();

		clock.turn(1_000);
		await kept.check('node', one.read, signedWith('forged too'));
		clock.endPause();

		expect(await waiting).toEqual({ ok: true });
		expect(one.reads).toBe(3);
	});

	it('shares a read that somebody else is at when its turn comes', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.manualPause);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));
		await kept.check('node', one.read, signedWith('forged'));
		const waiting = kept.check('node', one.read, signedWith('new'));
		await clock.settle();

		clock.turn(1_000);
		const gate = one.hold();
		const forged = kept.check('node', one.read, signedWith('forged too'));
		clock.endPause();
		await clock.settle();
		gate.open(['new']);

		expect([await waiting, await forged]).toEqual([{ ok: true }, { ok: false }]);
		expect(one.reads).toBe(3);
	});

	it('is not judged while the credential cannot be read at its turn', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));
		await kept.check('node', one.read, signedWith('forged'));

		one.failing = true;
		await expect(kept.check('node', one.read, signedWith('new'))).rejects.toThrow('locked');

		one.failing = false;
		one.secrets = ['new'];
		clock.turn(1_000);
		expect(await kept.check('node', one.read, signedWith('new'))).toEqual({ ok: true });
	});
});

describe('the very first read', () => {
	it('that fails is made again a second later for who comes next', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');
		one.failing = true;
		await expect(kept.check('node', one.read, signedWith('a'))).rejects.toThrow('locked');

		one.failing = false;
		clock.turn(20);

		expect(await kept.check('node', one.read, signedWith('a'))).toEqual({ ok: true });
		expect(clock.pauses).toEqual([980]);
	});

	it('decides about who caused it', async () => {
		const clock = turnsOfClock();
		const kept = new SigningSecrets(clock.now, clock.pause);
		const one = credential('a');

		expect(await kept.check('node', one.read, signedWith('b'))).toEqual({ ok: false });
		expect(one.reads).toBe(1);
	});
});
