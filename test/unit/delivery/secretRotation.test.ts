import { keeping } from '../../support/signingSecrets';

describe('a genuine delivery right after a rotation', () => {
	it('is accepted though it joins a read that began before the rotation', async () => {
		const { check, one } = keeping(['old']);
		const gate = one.hold();
		const forged = check('forged');
		const genuine = check('new');

		one.secrets = ['new'];
		gate.open(['old']);

		expect(await forged).toEqual({ ok: false });
		expect(await genuine).toEqual({ ok: true });
		expect(one.reads).toBe(2);
	});

	it('waits for the next read when a forger has used up the one of this second', async () => {
		const { check, clock, one } = keeping(['old']);
		await check('old');
		await check('forged');

		one.secrets = ['new'];
		clock.turn(200);
		const verdict = await check('new');

		expect(verdict).toEqual({ ok: true });
		expect(clock.pauses).toEqual([800]);
		expect(one.reads).toBe(3);
	});

	it('shares that read with others', async () => {
		const { check, clock, one } = keeping(['old']);
		await check('old');
		await check('forged');

		one.secrets = ['new'];
		const verdicts = await Promise.all(Array.from({ length: 50 }, async () => await check('new')));

		expect(verdicts.every(({ ok }) => ok)).toBe(true);
		expect(one.reads).toBe(3);
		expect(clock.pauses).toHaveLength(1);
	});

	it('costs the next rotation no patience', async () => {
		const { check, clock, one } = keeping(['0']);
		await check('0');
		await check('forged');

		for (let number = 1; number < 60; number += 1) {
			const secret = String(number);
			one.secrets = [secret];
			expect(await check(secret)).toEqual({ ok: true });
		}
		expect(clock.pauses).toHaveLength(59);
	});

	it('uses a read that somebody else began while it waited', async () => {
		const { check, clock, one } = keeping(['old'], { pauses: 'until ended' });
		await check('old');
		await check('forged');
		one.secrets = ['new'];
		const waiting = check('new');
		await clock.settle();

		clock.turn(1_000);
		await check('forged too');
		clock.endPause();

		expect(await waiting).toEqual({ ok: true });
		expect(one.reads).toBe(3);
	});

	it('shares a read that somebody else is at when its turn comes', async () => {
		const { check, clock, one } = keeping(['old'], { pauses: 'until ended' });
		await check('old');
		await check('forged');
		const waiting = check('new');
		await clock.settle();

		clock.turn(1_000);
		const gate = one.hold();
		const forged = check('forged too');
		clock.endPause();
		await clock.settle();
		gate.open(['new']);

		expect([await waiting, await forged]).toEqual([{ ok: true }, { ok: false }]);
		expect(one.reads).toBe(3);
	});

	it('is not judged while the credential cannot be read at its turn', async () => {
		const { check, clock, one } = keeping(['old']);
		await check('old');
		await check('forged');

		one.failing = true;
		await expect(check('new')).rejects.toThrow('locked');

		one.failing = false;
		one.secrets = ['new'];
		clock.turn(1_000);
		expect(await check('new')).toEqual({ ok: true });
	});
});
