const windowMs = 1000;

/** Counts requests of each address within the last second. */
export class RateLimit {
	private readonly accepted = new Map<string, number[]>();

	constructor(private readonly perSecond: number | false) {}

	/** Whether one more request of this address is allowed now; refused ones do not count. */
	allows(address: string, now = performance.now()): boolean {
		if (this.perSecond === false) return true;
		const recent = (this.accepted.get(address) ?? []).filter((at) => now - at < windowMs);
		const allowed = recent.length < this.perSecond;
		if (allowed) recent.push(now);
		this.accepted.set(address, recent);
		return allowed;
	}
}
