import { SigningSecrets } from '../../../nodes/Smile/delivery/signingSecrets';

/** A credential whose reads are counted, and a delivery that is genuine when signed with `secret`. */
function credential(...secrets: string[]) {
	const self = {
		secrets,
		reads: 0,
		failing: false,
		read: async () => {
			self.reads += 1;
			await Promise.resolve();
			if (self.failing) throw new Error('the database is locked');
			return self.secrets;
		},
	};
	return self;
}

const signedWith = (secret: string) => (secrets: readonly string[]) => ({
	ok: secrets.includes(secret),
});

describe('signing secrets', () => {
	it('are read once for many deliveries within a minute', async () => {
		let now = 0;
		const kept = new SigningSecrets(() => now);
		const one = credential('a');

		for (; now < 60_000; now += 500) await kept.check('node', one.read, signedWith('a'));
		expect(one.reads).toBe(1);

		await kept.check('node', one.read, signedWith('a'));
		expect(one.reads).toBe(2);
	});

	it('are read once for deliveries that arrive together', async () => {
		const kept = new SigningSecrets(() => 0);
		const one = credential('a');

		const verdicts = await Promise.all(
			Array.from({ length: 50 }, async () => await kept.check('node', one.read, signedWith('a'))),
		);

		expect(verdicts.every(({ ok }) => ok)).toBe(true);
		expect(one.reads).toBe(1);
	});

	it('are read anew for a delivery that fails under the kept ones', async () => {
		let now = 0;
		const kept = new SigningSecrets(() => now);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));

		now += 10;
		one.secrets = ['new', 'old'];

		expect(await kept.check('node', one.read, signedWith('new'))).toEqual({ ok: true });
		expect(one.reads).toBe(2);
	});

	it('are not tried twice when reading anew finds the same ones', async () => {
		let now = 0;
		const kept = new SigningSecrets(() => now);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));
		let tries = 0;

		now += 10;
		await kept.check('node', one.read, () => ({ ok: (tries += 1) < 0 }));

		expect(one.reads).toBe(2);
		expect(tries).toBe(1);
	});

	it('are no longer accepted at the latest a minute after they left the credential', async () => {
		let now = 0;
		const kept = new SigningSecrets(() => now);
		const one = credential('old');
		await kept.check('node', one.read, signedWith('old'));
		one.secrets = ['new'];

		now += 60_000;

		expect(await kept.check('node', one.read, signedWith('old'))).toEqual({ ok: false });
	});

	it('are read at most once a second for a flood of forgeries', async () => {
		let now = 0;
		const kept = new SigningSecrets(() => now);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));

		for (; now < 10_000; now += 5) await kept.check('node', one.read, signedWith('forged'));

		expect(one.reads).toBeLessThanOrEqual(1 + 10);
		expect(one.reads).toBeGreaterThan(5);
	});

	it('fail loudly while they cannot be read, and are tried again', async () => {
		const kept = new SigningSecrets(() => 0);
		const one = credential('a');
		one.failing = true;

		await expect(kept.check('node', one.read, signedWith('a'))).rejects.toThrow('locked');
		one.failing = false;

		expect(await kept.check('node', one.read, signedWith('a'))).toEqual({ ok: true });
	});

	it('leave no doubt while a second look is impossible', async () => {
		let now = 0;
		const kept = new SigningSecrets(() => now);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));
		one.failing = true;

		now += 100;
		await expect(kept.check('node', one.read, signedWith('b'))).rejects.toThrow('locked');
		now += 100;
		await expect(kept.check('node', one.read, signedWith('b'))).rejects.toThrow('locked');
		expect(one.reads).toBe(2);
		expect(await kept.check('node', one.read, signedWith('a'))).toEqual({ ok: true });
	});

	it('are gone when their node is forgotten', async () => {
		const kept = new SigningSecrets(() => 0);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));

		kept.forget('node');
		one.secrets = [];

		expect(await kept.check('node', one.read, signedWith('a'))).toEqual({ ok: false });
	});

	it('are read anew after the clock was set back', async () => {
		let now = 1_000_000;
		const kept = new SigningSecrets(() => now);
		const one = credential('a');
		await kept.check('node', one.read, signedWith('a'));

		now -= 86_400_000;
		await kept.check('node', one.read, signedWith('a'));

		expect(one.reads).toBe(2);
	});
});
