import { sleep } from 'n8n-workflow';

import { CredentialReads, hasChanged, type ReadSecrets } from './credentialReads';

/**
 * Keeps each trigger's signing secrets off the hot path of a delivery. Times are milliseconds of `now`.
 */
export class SigningSecrets {
	private readonly nodes = new Map<string, CredentialReads>();

	constructor(
		private readonly now: () => number = Date.now,
		private readonly pause: (ms: number) => Promise<void> = sleep,
	) {}

	/**
	 * Runs `verify` under the secrets in memory and, when it refuses them, under freshly read ones, so that a
	 * rotation is noticed at once while a flood of forgeries costs one read a second. A delivery is refused for good
	 * under secrets whose read began after it had arrived: older ones may be from before a rotation. Under a flood,
	 * or when too many wait, those have to do.
	 * Throws what `read` throws: then nobody can say whether the delivery is genuine.
	 */
	async check<Verdict extends { ok: boolean }>(
		key: string,
		read: ReadSecrets,
		verify: (secrets: readonly string[]) => Verdict,
	): Promise<Verdict> {
		const reads = this.readsOf(key);
		const { begun } = reads;
		let tried: { secrets: readonly string[]; verdict: Verdict } | undefined;
		for (;;) {
			const kept = reads.keptFor(begun);
			if (kept) {
				if (!tried || hasChanged(tried.secrets, kept.secrets)) {
					tried = { secrets: kept.secrets, verdict: verify(kept.secrets) };
				}
				if (tried.verdict.ok || kept.number > begun) return tried.verdict;
			}
			if (await reads.next(read)) continue;
			if (!kept || !tried || reads.failure !== undefined) throw reads.failure;
			return tried.verdict;
		}
	}

	/** How many nodes' secrets are in memory. */
	get size(): number {
		return this.nodes.size;
	}

	/** Drops the secrets of one node, as on deactivation. */
	forget(key: string): void {
		this.nodes.delete(key);
	}

	private readsOf(key: string): CredentialReads {
		const known = this.nodes.get(key);
		if (known) return known;
		// Secrets that no delivery may use any more leave memory too, such as those of a credential since replaced.
		for (const [other, { isIdle }] of this.nodes) if (isIdle) this.nodes.delete(other);
		const reads = new CredentialReads(this.now, this.pause);
		this.nodes.set(key, reads);
		return reads;
	}
}
