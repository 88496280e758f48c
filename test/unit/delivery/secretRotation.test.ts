import { SigningSecrets } from '../../../nodes/Smile/delivery/signingSecrets';
import { credential, signedWith, turnsOfClock } from '../../support/signingSecrets';

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
