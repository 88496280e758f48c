/** Smile's limit for each source address over all endpoints (rate limits in its documentation). */
export const REQUESTS_PER_SECOND = 20;

/** What is left of the rate when Smile says that its limit is passed. */
const LEFT = 0.7;

/** How long after Smile said that its limit is passed one more request a second is sent again, in milliseconds. */
const RECOVERY_MS = 2_000;

/**
 * How many requests a second are sent: all that Smile allows, unless others use the same address. Each time Smile
 * says that its limit is passed it is three tenths less, and then one more every two seconds, so that several
 * processes behind one address come to share it.
 */
export class Rate {
	private left: number;
	private slowedAt = Number.NEGATIVE_INFINITY;

	constructor(private readonly most = REQUESTS_PER_SECOND) {
		this.left = most;
	}

	/** Requests a second at this moment, in milliseconds of the process's clock. */
	at(now: number): number {
		const gained = Math.floor((now - this.slowedAt) / RECOVERY_MS);
		return Math.min(this.most, this.left + gained);
	}

	/**
	 * Notes that a request which began at `begun` was one too many. Those that were under way when the rate was last
	 * lowered say nothing about the lower one.
	 */
	slowDown(begun: number, now: number): void {
		if (begun < this.slowedAt) return;
		this.left = Math.max(1, Math.floor(this.at(now) * LEFT));
		this.slowedAt = now;
	}
}
