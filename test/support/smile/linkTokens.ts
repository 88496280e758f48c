import type { SmileClock } from './clock';

const fiveHours = 5 * 3_600_000;

/** The tokens for the widget: each is one user's, lives five hours and opens the widget once. */
export class LinkTokens {
	private readonly open = new Map<string, { userId: string; end: Date }>();

	constructor(private readonly clock: SmileClock) {}

	/** Notes whose token it is, and gives its end. */
	give(token: string, userId: string): Date {
		const end = new Date(this.clock.now().getTime() + fiveHours);
		this.open.set(token, { userId, end });
		return end;
	}

	/** Whose token it is; undefined where it was never given or was used. */
	ownerOf(token: string): string | undefined {
		return this.open.get(token)?.userId;
	}

	/** Whose token it is; that uses it up. */
	redeem(token: string): string {
		const found = this.open.get(token);
		if (!found) throw new Error('The link token was never given, or it was used already');
		this.open.delete(token);
		if (found.end < this.clock.now()) throw new Error('The link token is older than five hours');
		return found.userId;
	}
}
