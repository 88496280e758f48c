import { SigningSecrets } from '../../nodes/Smile/delivery/signingSecrets';

/** A credential whose reads are counted. */
export function credential(...secrets: string[]) {
	let gate: Promise<readonly string[]> | undefined;
	const self = {
		secrets,
		reads: 0,
		failing: false,
		/** What happens while a read is on its way. */
		beforeAnswer: () => {},
		/** The next read stays on its way until it is let go with these secrets. */
		hold: () => {
			let open: (secrets: readonly string[]) => void = () => {};
			gate = new Promise((resolve) => (open = resolve));
			return { open: (found: readonly string[]) => open(found) };
		},
		read: async (): Promise<readonly string[]> => {
			self.reads += 1;
			const held = gate;
			gate = undefined;
			await Promise.resolve();
			self.beforeAnswer();
			if (self.failing) throw new Error('the database is locked');
			return await (held ?? self.secrets);
		},
	};
	return self;
}

/** A delivery that is genuine when signed with `secret`. */
export const signedWith = (secret: string) => (secrets: readonly string[]) => ({
	ok: secrets.includes(secret),
});

/** A clock that the test turns. A pause turns it too, or lasts until the test ends it. */
export function turnsOfClock(startAt = 0) {
	let now = startAt;
	let end = () => {};
	const clock = {
		now: () => now,
		turn: (ms: number) => (now += ms),
		/** How long was paused each time. */
		pauses: [] as number[],
		pause: async (ms: number) => {
			clock.pauses.push(ms);
			await Promise.resolve();
			now += ms;
		},
		manualPause: async (ms: number) => {
			clock.pauses.push(ms);
			await new Promise<void>((resolve) => (end = resolve));
		},
		endPause: () => end(),
		/** Lets every promise that can go on do so. */
		settle: async () => {
			for (let count = 0; count < 50; count += 1) await Promise.resolve();
		},
	};
	return clock;
}

/** Secrets kept by a clock that the test turns, for a node whose credential has these. */
export function keeping(
	secrets: string[],
	{ pauses, startAt }: { pauses?: 'until ended'; startAt?: number } = {},
) {
	const clock = turnsOfClock(startAt);
	const kept = new SigningSecrets(clock.now, pauses ? clock.manualPause : clock.pause);
	const one = credential(...secrets);
	/** What becomes of a delivery to the node. */
	const check = async (signedBy: string) =>
		await kept.check('node', one.read, signedWith(signedBy));
	return { check, clock, kept, one };
}
