/** How long secrets stay in use after their read began; a changed credential is noticed at the latest then. */
const KEPT_FOR_MS = 60_000;
/** The shortest time between two reads that unverifiable deliveries, or a failing database, may cause. */
const REREAD_EVERY_MS = 1_000;
/** Deliveries that may wait for the next such read; each keeps its request in memory. */
const WAITING = 50;
/** Nobody waits for this long after a wait that brought no other secrets: a flood is answered at once. */
const REST_MS = 30_000;

/** Reads the secrets from the n8n credential: two database queries and a decryption in n8n 2.41. */
export type ReadSecrets = () => Promise<readonly string[]>;

interface Kept {
	secrets: readonly string[];
	/** Which read of the node brought them. */
	number: number;
	begunAt: number;
}

/** The reads of one node's credential: what the last one brought, and when there may be another. */
export class CredentialReads {
	/** How many reads were begun. */
	begun = 0;

	/** Why the last read failed. */
	failure: unknown;

	private last?: Kept;
	private reading?: Promise<void>;
	private turn?: Promise<void>;
	private spentAt = Number.NEGATIVE_INFINITY;
	private restedAt = Number.NEGATIVE_INFINITY;
	private waiting = 0;

	constructor(
		private readonly now: () => number,
		private readonly pause: (ms: number) => Promise<void>,
	) {}

	/**
	 * The secrets for a delivery that arrived after so many reads had begun: those in use still, or those of a later
	 * read, however long that took. A clock set back ends their use as well.
	 */
	keptFor(begunBefore: number): Kept | undefined {
		return this.isInUse || (this.last && this.last.number > begunBefore) ? this.last : undefined;
	}

	get isIdle(): boolean {
		return !this.isInUse && !this.reading && !this.turn;
	}

	private get isInUse(): boolean {
		return this.last !== undefined && isWithin(this.now() - this.last.begunAt, KEPT_FOR_MS);
	}

	/**
	 * Shares the read that is going on, begins one or waits until one may begin, for at most a second. False when
	 * there is none to wait for. Throws what the read throws.
	 */
	async next(read: ReadSecrets): Promise<boolean> {
		if (this.reading) await this.reading;
		else if (!isWithin(this.now() - this.spentAt, REREAD_EVERY_MS)) await this.begin(read);
		else if (this.mayWait()) await this.wait(read);
		else return false;
		return true;
	}

	private mayWait(): boolean {
		return !isWithin(this.now() - this.restedAt, REST_MS) && this.waiting < WAITING;
	}

	private async wait(read: ReadSecrets): Promise<void> {
		this.turn ??= this.takeTurn(read).finally(() => (this.turn = undefined));
		this.waiting += 1;
		await this.turn.finally(() => (this.waiting -= 1));
	}

	private async takeTurn(read: ReadSecrets): Promise<void> {
		const { begun, last } = this;
		await this.pause(this.spentAt + REREAD_EVERY_MS - this.now());
		// In vain, unless the read shows otherwise.
		this.restedAt = this.now();
		// Otherwise somebody's read is going on or done already, and who waited here looks at that.
		if (this.begun === begun) await this.begin(read);
		if (hasChanged(last?.secrets, this.last?.secrets)) this.restedAt = Number.NEGATIVE_INFINITY;
	}

	private async begin(read: ReadSecrets): Promise<void> {
		const begunAt = this.now();
		// What a minute's end or the first delivery causes is not counted: such a read is due anyway.
		if (this.isInUse) this.spentAt = begunAt;
		this.failure = undefined;
		this.begun += 1;
		const number = this.begun;
		this.reading = read()
			.then(
				(secrets) => void (this.last = { secrets, number, begunAt }),
				(error: unknown) => {
					this.failure = error;
					this.spentAt = begunAt;
					throw error;
				},
			)
			.finally(() => (this.reading = undefined));
		await this.reading;
	}
}

/** Whether other secrets are in use than before. */
export function hasChanged(
	before: readonly string[] | undefined,
	after: readonly string[] | undefined,
): boolean {
	return JSON.stringify(before) !== JSON.stringify(after);
}

function isWithin(elapsed: number, ms: number): boolean {
	return elapsed >= 0 && elapsed < ms;
}
