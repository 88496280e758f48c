/** How long secrets stay in memory; a changed credential is noticed at the latest after this. */
const KEPT_FOR_MS = 60_000;
/** The shortest time between two reads that unverifiable deliveries may cause. */
const REREAD_EVERY_MS = 1_000;

/** Reads the secrets from the n8n credential: two database queries and a decryption in n8n 2.41. */
export type ReadSecrets = () => Promise<readonly string[]>;

interface Kept {
	secrets: readonly string[];
	readAt: number;
}

interface NodeSecrets {
	kept?: Kept;
	reading?: Promise<Kept>;
	rereadAt: number;
	rereadFailure?: unknown;
}

/**
 * Keeps each trigger's signing secrets off the hot path of a delivery. Concurrent reads for one node are
 * shared. Times are milliseconds of `now`.
 */
export class SigningSecrets {
	private readonly nodes = new Map<string, NodeSecrets>();

	constructor(private readonly now: () => number = Date.now) {}

	/**
	 * Runs `verify` under the secrets in memory and, when it refuses them, once more under freshly read ones,
	 * so that a rotation is noticed at once while a flood of forgeries costs one read a second.
	 * Throws what `read` throws: then nobody can say whether the delivery is genuine.
	 */
	async check<Verdict extends { ok: boolean }>(
		key: string,
		read: ReadSecrets,
		verify: (secrets: readonly string[]) => Verdict,
	): Promise<Verdict> {
		const node = this.nodeOf(key);
		const startedAt = this.now();
		const kept = await this.current(node, read, startedAt);
		const verdict = verify(kept.secrets);
		if (verdict.ok || kept.readAt >= startedAt) return verdict;

		const fresh = await this.reread(node, read);
		return fresh && hasChanged(kept.secrets, fresh.secrets) ? verify(fresh.secrets) : verdict;
	}

	/** Drops the secrets of one node, as on deactivation. */
	forget(key: string): void {
		this.nodes.delete(key);
	}

	private nodeOf(key: string): NodeSecrets {
		let node = this.nodes.get(key);
		if (!node) this.nodes.set(key, (node = { rereadAt: Number.NEGATIVE_INFINITY }));
		return node;
	}

	private async current(node: NodeSecrets, read: ReadSecrets, now: number): Promise<Kept> {
		const age = node.kept ? now - node.kept.readAt : Number.POSITIVE_INFINITY;
		// A clock set back makes the age negative: such secrets are read anew as well.
		return age >= 0 && age < KEPT_FOR_MS && node.kept ? node.kept : await this.read(node, read);
	}

	private async reread(node: NodeSecrets, read: ReadSecrets): Promise<Kept | undefined> {
		if (node.reading) return await node.reading;
		const sinceLast = Math.abs(this.now() - node.rereadAt);
		if (sinceLast < REREAD_EVERY_MS) {
			if (node.rereadFailure !== undefined) throw node.rereadFailure;
			return undefined;
		}

		node.rereadAt = this.now();
		node.rereadFailure = undefined;
		const reading = this.read(node, read);
		void reading.catch((error: unknown) => (node.rereadFailure = error));
		return await reading;
	}

	private async read(node: NodeSecrets, read: ReadSecrets): Promise<Kept> {
		node.reading ??= read()
			.then((secrets) => (node.kept = { secrets, readAt: this.now() }))
			.finally(() => (node.reading = undefined));
		return await node.reading;
	}
}

function hasChanged(kept: readonly string[], fresh: readonly string[]): boolean {
	return kept.length !== fresh.length || kept.some((secret, index) => secret !== fresh[index]);
}
