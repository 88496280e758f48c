import { credential, keeping, signedWith } from '../../support/signingSecrets';

const minute = 60_000;

describe('signing secrets', () => {
	it('are read once for many deliveries within a minute', async () => {
		const { check, clock, one } = keeping(['a']);

		for (; clock.now() < minute; clock.turn(500)) {
			await check('a');
		}
		expect(one.reads).toBe(1);

		await check('a');
		expect(one.reads).toBe(2);
	});

	it('are read once for deliveries that arrive together', async () => {
		const { check, one } = keeping(['a']);

		const verdicts = await Promise.all(Array.from({ length: 50 }, async () => await check('a')));

		expect(verdicts.every(({ ok }) => ok)).toBe(true);
		expect(one.reads).toBe(1);
	});

	it('are read for each node', async () => {
		const { check, kept, one } = keeping(['a']);
		const other = credential('b');
		await check('a');

		const verdict = await kept.check('other node', other.read, signedWith('a'));

		expect(verdict).toEqual({ ok: false });
		expect([one.reads, other.reads]).toEqual([1, 1]);
	});

	it('are read anew at once for a delivery that fails under the kept ones', async () => {
		const { check, clock, one } = keeping(['old']);
		await check('old');

		clock.turn(10);
		one.secrets = ['new', 'old'];

		expect(await check('new')).toEqual({ ok: true });
		expect(one.reads).toBe(2);
		expect(clock.pauses).toEqual([]);
	});

	it('are not tried twice when reading anew finds the same ones', async () => {
		const { check, clock, kept, one } = keeping(['a', 'b']);
		await check('a');
		let tries = 0;

		clock.turn(10);
		await kept.check('node', one.read, () => ({ ok: (tries += 1) < 0 }));

		expect(one.reads).toBe(2);
		expect(tries).toBe(1);
	});

	it.each([[['a', 'c']], [['a']], [['a', 'b', 'c']], [[]]])(
		'are tried once more when reading anew finds %j instead',
		async (others) => {
			const { check, kept, one } = keeping(['a', 'b']);
			await check('a');
			const tried: Array<readonly string[]> = [];

			one.secrets = others;
			await kept.check('node', one.read, (secrets) => ({ ok: tried.push(secrets) < 0 }));

			expect(tried).toEqual([['a', 'b'], others]);
		},
	);

	it('are no longer accepted at the latest a minute after they left the credential', async () => {
		const { check, clock, one } = keeping(['old']);
		await check('old');
		one.secrets = ['new'];

		clock.turn(minute - 1);
		expect(await check('old')).toEqual({ ok: true });

		clock.turn(1);
		expect(await check('old')).toEqual({ ok: false });
	});

	it('are as old as the beginning of their read', async () => {
		const { check, clock, one } = keeping(['a']);
		one.beforeAnswer = () => clock.turn(minute);

		await check('a');
		await check('a');

		expect(one.reads).toBe(2);
	});

	it('are gone when their node is forgotten', async () => {
		const { check, kept, one } = keeping(['a']);
		await check('a');

		kept.forget('node');
		one.secrets = [];

		expect(await check('a')).toEqual({ ok: false });
	});

	it('of a node nobody asked for in a minute leave memory when another one starts', async () => {
		const { check, clock, kept, one } = keeping(['a']);
		await check('a');
		await kept.check('a node in use', one.read, signedWith('a'));
		expect(kept.size).toBe(2);

		clock.turn(minute - 1);
		await kept.check('a node in use', one.read, signedWith('b'));
		clock.turn(1);
		await kept.check('a third node', one.read, signedWith('a'));

		expect(kept.size).toBe(2);
		one.failing = true;
		await expect(check('a')).rejects.toThrow('locked');
		expect(await kept.check('a node in use', one.read, signedWith('a'))).toEqual({ ok: true });
	});

	it('of a node whose read is under way stay when another one starts', async () => {
		const { check, kept, one } = keeping(['a']);
		const gate = one.hold();
		const first = check('a');

		await kept.check('other node', credential('b').read, signedWith('b'));
		const second = check('a');
		gate.open(['a']);

		expect([await first, await second]).toEqual([{ ok: true }, { ok: true }]);
		expect(one.reads).toBe(1);
	});

	it('of a node for which somebody waits stay when another one starts', async () => {
		const { check, clock, kept, one } = keeping(['a'], { pauses: 'until ended' });
		one.failing = true;
		await expect(check('a')).rejects.toThrow('locked');
		const waiting = check('a');
		await clock.settle();

		await kept.check('other node', credential('b').read, signedWith('b'));
		const second = check('a');
		one.failing = false;
		clock.endPause();

		expect([await waiting, await second]).toEqual([{ ok: true }, { ok: true }]);
		expect(one.reads).toBe(2);
	});

	it('are read anew after the clock was set back', async () => {
		const { check, clock, one } = keeping(['a'], { startAt: 1_000_000_000 });
		await check('a');

		clock.turn(-1);
		await check('a');
		expect(one.reads).toBe(2);

		await check('forged');
		clock.turn(-86_400_000);
		await check('forged');
		expect(one.reads).toBe(4);
		expect(clock.pauses).toEqual([]);
	});
});

describe('the very first read', () => {
	it('that fails is made again a second later for who comes next', async () => {
		const { check, clock, one } = keeping(['a']);
		one.failing = true;
		await expect(check('a')).rejects.toThrow('locked');

		one.failing = false;
		clock.turn(20);

		expect(await check('a')).toEqual({ ok: true });
		expect(clock.pauses).toEqual([980]);
	});

	it('that fails, and the next one that somebody else causes, is told who waits for one', async () => {
		const { check, clock, one } = keeping(['a'], { pauses: 'until ended' });
		one.failing = true;
		await expect(check('a')).rejects.toThrow('locked');
		clock.turn(20);
		const waiting = check('a').catch((error: Error) => error.message);
		await clock.settle();

		clock.turn(1_000);
		await expect(check('a')).rejects.toThrow('locked');
		one.failing = false;
		clock.endPause();

		expect(await waiting).toBe('the database is locked');
	});

	it('decides about who caused it', async () => {
		const { check, one } = keeping(['a']);

		expect(await check('b')).toEqual({ ok: false });
		expect(one.reads).toBe(1);
	});
});
